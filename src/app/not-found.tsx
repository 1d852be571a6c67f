import { useMessages } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { Link, Notice } from '../ui/index.ts'

export function NotFound() {
  const messages = useMessages()
  return (
    <Notice title={messages.notFound} lead={messages.notFoundLead}>
      <Link to={paths.start}>{messages.toStart}</Link>
      <Link to={paths.timeline()}>{messages.timeline}</Link>
    </Notice>
  )
}

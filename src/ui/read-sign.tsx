import { useFirstMessages } from '../messages/index.ts'
import { Icon } from './icon.tsx'

/** Says of a section in a list that it was read. */
export function ReadSign() {
  const messages = useFirstMessages()
  return (
    <span className="read-sign">
      <Icon shape="check" />
      <span className="visually-hidden"> – {messages.finished}</span>
    </span>
  )
}

import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router'
import { type Messages, useMessages } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { Link, Notice } from '../ui/index.ts'
import type { Trouble } from './trouble-of.ts'

/** What opens without a connection; where even that cannot be had, nothing is said of it. */
const AtHand = lazy(() =>
  import('../keeping/index.ts').then(
    ({ AtHand }) => ({ default: AtHand }),
    () => ({ default: () => null }),
  ),
)

/** What stands in place of a screen that could not be had: what failed, and ways on. */
export function ErrorPage({ trouble }: { trouble: Trouble }) {
  const messages = useMessages()
  const navigate = useNavigate()
  const [title, lead] = say(trouble, messages)
  return (
    <>
      <Notice title={title} lead={lead}>
        {trouble !== 'missing' && trouble !== 'nowhere' && (
          <button type="button" onClick={() => (trouble === 'offline' ? navigate(0) : location.reload())}>
            {trouble === 'offline' ? messages.tryAgain : messages.reload}
          </button>
        )}
        <Link to={paths.start}>{messages.toStart}</Link>
      </Notice>
      {trouble === 'offline' && (
        <Suspense>
          <AtHand />
        </Suspense>
      )}
    </>
  )
}

function say(trouble: Trouble, messages: Messages): [title: string, lead: string] {
  switch (trouble) {
    case 'missing':
      return [messages.missingNote, messages.missingNoteLead]
    case 'nowhere':
      return [messages.notFound, messages.notFoundLead]
    case 'offline':
      return [messages.offline, messages.offlineLead]
    case 'stale':
      return [messages.stale, messages.staleLead]
    case 'broken':
      return [messages.broken, messages.brokenLead]
  }
}

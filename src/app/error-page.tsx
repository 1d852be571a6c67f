import { useEffect } from 'react'
import { isRouteErrorResponse, Link, useNavigate, useRouteError } from 'react-router'
import { LibraryError } from '../library/index.ts'
import { type Messages, useMessages } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { Notice } from '../ui/index.ts'
import { reloadOnce } from './stale-page.ts'

type Trouble = 'missing' | 'nowhere' | 'offline' | 'stale' | 'broken'

/** What stands in place of a screen that could not be had: what failed, and ways on. */
export function ErrorPage() {
  const messages = useMessages()
  const navigate = useNavigate()
  const trouble = kindOf(useRouteError())
  useEffect(() => {
    if (trouble === 'stale')
      reloadOnce(
        () => sessionStorage,
        Date.now(),
        () => location.reload(),
      )
  }, [trouble])
  const [title, lead] = say(trouble, messages)
  return (
    <Notice title={title} lead={lead}>
      {trouble !== 'missing' && trouble !== 'nowhere' && (
        <button type="button" onClick={() => (trouble === 'offline' ? navigate(0) : location.reload())}>
          {trouble === 'offline' ? messages.tryAgain : messages.reload}
        </button>
      )}
      <Link to={paths.start}>{messages.toStart}</Link>
    </Notice>
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

function kindOf(error: unknown): Trouble {
  if (error instanceof LibraryError) {
    if (error.kind !== 'missing') return error.kind
    return error.of === 'note' ? 'missing' : error.of === 'topic' ? 'nowhere' : 'broken'
  }
  if (isRouteErrorResponse(error)) return error.status === 404 ? 'missing' : 'broken'
  // A script of this page that is gone, or cannot be reached.
  if (error instanceof TypeError && /import|module/i.test(error.message)) {
    return navigator.onLine ? 'stale' : 'offline'
  }
  return 'broken'
}

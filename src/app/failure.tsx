import { useEffect } from 'react'
import { type FirstMessages, useFirstMessages } from '../messages/index.ts'
import { Notice } from '../ui/index.ts'
import { more } from './late.ts'
import { renew } from './stale-page.ts'
import { type Trouble, troubleOf } from './trouble-of.ts'

/** What stands in place of a screen that could not be had: in a word, until the page that leads on is there. */
export function Failure({ error }: { error: unknown }) {
  const messages = useFirstMessages()
  const there = more.use()
  const trouble = troubleOf(error)
  useEffect(() => {
    if (trouble === 'stale') renew()
    // Without it, what is said here has to do.
    more.fetch().catch(() => undefined)
  }, [trouble])
  if (there) return <there.ErrorPage trouble={trouble} />
  return (
    <Notice title={inAWord(trouble, messages)}>
      <button type="button" onClick={() => location.reload()}>
        {messages.reload}
      </button>
    </Notice>
  )
}

export function inAWord(trouble: Trouble, messages: FirstMessages): string {
  if (trouble === 'stale' || trouble === 'offline') return messages[trouble]
  return messages.broken
}

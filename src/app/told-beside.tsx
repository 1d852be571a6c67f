import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { type Interface, InterfaceProvider, useFirstMessages } from '../messages/index.ts'
import { inAWord } from './failure.tsx'
import { renew } from './stale-page.ts'
import { troubleOf } from './trouble-of.ts'

/**
 * Says above the text of a rendered page what keeps the program from taking it over. Resolves when the reader wants to
 * try again, or the network is back.
 */
export function toldBeside(page: HTMLElement, error: unknown, spoken: Interface): Promise<void> {
  const place = Object.assign(document.createElement('div'), { className: 'trouble', role: 'alert' })
  const main = page.querySelector('main') ?? page
  main.prepend(place)
  const notice = createRoot(place)
  return new Promise((resolve) => {
    const again = () => {
      removeEventListener('online', again)
      notice.unmount()
      place.remove()
      resolve()
    }
    addEventListener('online', again)
    notice.render(
      <InterfaceProvider value={spoken}>
        <ReadOn error={error} onAgain={again} />
      </InterfaceProvider>,
    )
  })
}

function ReadOn({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const messages = useFirstMessages()
  const trouble = troubleOf(error)
  const stale = trouble === 'stale'
  useEffect(() => {
    if (stale) renew()
  }, [stale])
  return (
    <p>
      <strong>{inAWord(trouble, messages)}</strong>
      <br />
      {messages.readOn}{' '}
      <button type="button" onClick={stale ? () => location.reload() : onAgain}>
        {stale ? messages.reload : messages.tryAgain}
      </button>
    </p>
  )
}

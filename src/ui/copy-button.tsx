import { useState } from 'react'
import { useMessages } from '../messages/index.ts'

/** Copies a text, made when it is asked for; where the browser refuses, shows it, to be copied by hand. */
export function CopyButton({ text, label }: { text: () => string; label: string }) {
  const messages = useMessages()
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = () => {
    const refused = () => setState('refused')
    // Only pages that came over a safe connection have a clipboard.
    if (!navigator.clipboard) return refused()
    navigator.clipboard.writeText(text()).then(() => setState('copied'), refused)
  }
  return (
    <>
      <button type="button" className="inline" onClick={copy}>
        {label}
      </button>
      <span role="status">{state === 'copied' && messages.copied}</span>
      {state === 'refused' && <output className="to-copy">{text()}</output>}
    </>
  )
}

import { useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { Icon } from './icon.tsx'

/**
 * Copies a text, made when it is asked for; where the browser refuses, shows it, to be copied by hand. `compact`
 * shows a mark in place of the label.
 */
export function CopyButton({
  text,
  label,
  compact = false,
}: {
  text: () => string
  label: string
  compact?: boolean
}) {
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
      <button
        type="button"
        className={compact ? 'mark' : 'inline'}
        aria-label={compact ? label : undefined}
        title={compact ? label : undefined}
        onClick={copy}
        onBlur={() => setState('idle')}
      >
        {compact ? <Icon shape="copy" /> : label}
      </button>
      <span role="status" className="outcome">
        {state === 'copied' && messages.copied}
      </span>
      {state === 'refused' && <output className="to-copy">{text()}</output>}
    </>
  )
}

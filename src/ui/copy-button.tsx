import { useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { Drawing } from './icon.tsx'

const SHEETS = 'M7.500 7.500h8v8h-8zM12.500 7.500v-3h-8v8h3'

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
        {compact ? <Drawing path={SHEETS} /> : label}
      </button>
      <span role="status" className="outcome">
        {state === 'copied' && messages.copied}
      </span>
      {state === 'refused' && <output className="to-copy">{text()}</output>}
    </>
  )
}

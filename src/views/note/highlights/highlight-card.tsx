import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../../../messages/index.ts'
import { type Highlight, LONGEST_REMARK } from '../../../reading/index.ts'
import { CopyButton } from '../../../ui/index.ts'
import { type Spot, useSpot } from './spot.ts'

/** A highlight at its words: what the reader says of it, which is kept as it is typed. */
export function HighlightCard({
  highlight,
  spot,
  write,
  markdown,
  onRemark,
  onRemove,
  onClose,
}: {
  highlight: Highlight
  spot: Spot
  /** It is opened to write in it: by touch, the keys come over half of the page. */
  write: boolean
  markdown: () => string
  onRemark: (remark: string) => void
  onRemove: () => void
  /** `back`: the keyboard goes on where it was. */
  onClose: (back: boolean) => void
}) {
  const { highlights } = useMessages()
  const card = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [remark, setRemark] = useState(highlight.remark)
  const id = useId()
  useSpot(card, spot)
  useEffect(() => {
    const first = write || !isTouched() ? field.current : card.current
    first?.focus({ preventScroll: true })
    const away = ({ target }: PointerEvent) => {
      if (!card.current?.contains(target as Node)) onClose(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [onClose, write])
  return createPortal(
    <dialog
      ref={card}
      open
      className="card highlight-card"
      tabIndex={-1}
      aria-label={highlights.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose(true)
      }}
    >
      <label htmlFor={id}>{highlights.remark}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        dir="auto"
        maxLength={LONGEST_REMARK}
        value={remark}
        onChange={({ target: { value } }) => {
          setRemark(value)
          onRemark(value)
        }}
      />
      <p className="ways">
        <button type="button" onClick={() => onClose(true)}>
          {highlights.done}
        </button>
        <CopyButton text={markdown} label={highlights.copy} />
        <button type="button" className="inline" onClick={onRemove}>
          {highlights.remove}
        </button>
      </p>
    </dialog>,
    document.body,
  )
}

function isTouched(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
}

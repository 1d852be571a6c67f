import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../../../messages/index.ts'
import { LONGEST_HIGHLIGHT, MOST_HIGHLIGHTS } from '../../../reading/index.ts'
import { Icon } from '../../../ui/index.ts'
import type { Selected } from './selected.ts'
import { useSpot } from './spot.ts'
import type { Choosing } from './use-choosing.ts'

/**
 * What can be done with the words that are selected; by touch it stands apart from them, where the browser's own menu
 * is not. `choosing`: they are being chosen here.
 */
export function OfferBar({
  selected: { start, end, spot },
  choosing,
  many,
  onMake,
}: {
  selected: Selected
  choosing?: Choosing | undefined
  /** The note has as many highlights as it can have. */
  many: boolean
  onMake: (withRemark: boolean) => void
}) {
  const { highlights } = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  useSpot(bar, spot)
  const chooses = choosing !== undefined
  useEffect(() => {
    if (chooses) bar.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [chooses])
  const obstacle = many
    ? highlights.tooMany(MOST_HIGHLIGHTS)
    : end - start > LONGEST_HIGHLIGHT && highlights.tooLong(LONGEST_HIGHLIGHT)
  return createPortal(
    // The words stay selected while it is pressed.
    <div
      ref={bar}
      className="card highlight-bar"
      role="toolbar"
      aria-label={highlights.title}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (choosing?.onKey(event)) event.preventDefault()
      }}
    >
      {obstacle ? (
        <p>{obstacle}</p>
      ) : (
        <>
          <button type="button" onClick={() => onMake(false)}>
            {highlights.make}
          </button>
          <button type="button" onClick={() => onMake(true)}>
            {highlights.makeWithRemark}
          </button>
        </>
      )}
      {choosing && <Steps choosing={choosing} />}
    </div>,
    document.body,
  )
}

/** To the sentences before and after, and out again; how the arrow keys do it is said below. */
function Steps({ choosing: { said, language, step, end } }: { choosing: Choosing }) {
  const messages = useMessages()
  const { highlights } = messages
  return (
    <>
      <button type="button" onClick={() => step(-1)}>
        {highlights.previous}
      </button>
      <button type="button" onClick={() => step(1)}>
        {highlights.next}
      </button>
      <button type="button" className="bare" aria-label={messages.close} onClick={() => end(true)}>
        <Icon shape="close" />
      </button>
      <p className="hint">{highlights.byKeys}</p>
      <p role="status" className="visually-hidden" lang={language}>
        {said}
      </p>
    </>
  )
}

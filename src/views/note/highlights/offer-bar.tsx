import { useEffect, useId, useRef } from 'react'
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
  /** What is chosen: a status that comes with its words is not heard, so the button that takes the focus tells them. */
  const words = useId()
  useSpot(bar, spot)
  const chooses = choosing !== undefined
  const obstacle = many
    ? highlights.tooMany(MOST_HIGHLIGHTS)
    : end - start > LONGEST_HIGHLIGHT && highlights.tooLong(LONGEST_HIGHLIGHT)
  const hindered = Boolean(obstacle)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons come and go with the obstacle, and may have the focus
  useEffect(() => {
    if (!chooses || bar.current?.contains(document.activeElement)) return
    bar.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [chooses, hindered])
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
          <button type="button" aria-describedby={chooses ? words : undefined} onClick={() => onMake(false)}>
            {highlights.make}
          </button>
          <button type="button" onClick={() => onMake(true)}>
            {highlights.makeWithRemark}
          </button>
        </>
      )}
      {choosing && <Steps choosing={choosing} words={words} />}
    </div>,
    document.body,
  )
}

/** To the sentences before and after, and out again; how the arrow keys do it is said below. */
function Steps({
  choosing: { said, language, step, end },
  words,
}: {
  choosing: Choosing
  /** Id of what tells the words. */
  words: string
}) {
  const messages = useMessages()
  const { highlights } = messages
  return (
    <>
      <button type="button" aria-describedby={words} onClick={() => step(-1)}>
        {highlights.previous}
      </button>
      <button type="button" onClick={() => step(1)}>
        {highlights.next}
      </button>
      <button type="button" className="bare" aria-label={messages.close} onClick={() => end(true)}>
        <Icon shape="close" />
      </button>
      <p className="hint">{highlights.byKeys}</p>
      <p role="status" id={words} className="visually-hidden" lang={language}>
        {said}
      </p>
    </>
  )
}

import { useRef } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../../../messages/index.ts'
import { LONGEST_HIGHLIGHT, MOST_HIGHLIGHTS } from '../../../reading/index.ts'
import type { Selected } from './selected.ts'
import { useSpot } from './spot.ts'

/** What can be done with the words that are selected; by touch it stands apart from them, where the browser's own menu is not. */
export function OfferBar({
  selected: { start, end, spot },
  many,
  onMake,
}: {
  selected: Selected
  /** The note has as many highlights as it can have. */
  many: boolean
  onMake: (withRemark: boolean) => void
}) {
  const { highlights } = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  useSpot(bar, spot)
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
    </div>,
    document.body,
  )
}

import { useMessages } from '../../messages/index.ts'
import { Drawing } from '../icon.tsx'
import type { Axis } from './axis.ts'
import type { StripState } from './use-strip.ts'
import { isWhole, zoom } from './view.ts'

/** How much more or less a press of a button shows. */
const ZOOM = 2

const SHAPES = {
  earlier: 'M12.500 4L6.500 10l6 6',
  later: 'M7.500 4l6 6-6 6',
  in: 'M4 10h12M10 4v12',
  out: 'M4 10h12',
  whole: 'M3 5v10M17 5v10M5.500 10h9M8 7.500L5.500 10 8 12.500M12 7.500l2.500 2.500-2.500 2.500',
}

/** Every move of the strip as a button: nothing needs a drag. */
export function Controls({ strip, axis }: { strip: StripState; axis: Axis }) {
  const { strip: words } = useMessages()
  const { view } = strip
  const [before, after] = [strip.step(-1), strip.step(1)]
  const closer = zoom(axis, view, 1 / ZOOM)
  const all = isWhole(axis, view)
  const buttons = [
    ['earlier', words.previous, before && (() => strip.take(before))],
    ['later', words.next, after && (() => strip.take(after))],
    ['out', words.zoomOut, all ? undefined : () => strip.zoomBy(ZOOM)],
    [
      'in',
      words.zoomIn,
      closer.to - closer.from < view.to - view.from ? () => strip.zoomBy(1 / ZOOM) : undefined,
    ],
    ['whole', words.whole, all && strip.whole ? undefined : strip.showAll],
  ] as const
  return (
    <div className="strip-buttons">
      {buttons.map(([shape, name, press]) => (
        // Disabled in name only, so that the focus is not lost when the end is reached.
        <button
          key={shape}
          type="button"
          className="bare"
          data-shape={shape}
          aria-label={name}
          aria-disabled={!press}
          title={name}
          onClick={press ?? (() => undefined)}
        >
          <Drawing path={SHAPES[shape]} />
        </button>
      ))}
    </div>
  )
}

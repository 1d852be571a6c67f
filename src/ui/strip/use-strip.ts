import { useState } from 'react'
import { type DayRange, firstDayOf, LEVELS, type Level, periodOf } from '../../calendar/index.ts'
import type { Axis } from './axis.ts'
import { countIn, type Lane, loadedLevel } from './density.ts'
import {
  drawn,
  type End,
  moveEnd,
  moveSpan,
  nearestStart,
  putEnd,
  rangeOf,
  type Span,
  spanOf,
  stepSpan,
} from './moves.ts'
import type { Gestures, Grip } from './use-gestures.ts'
import {
  follow,
  isWhole,
  keepWithin,
  levelOf,
  pan,
  scaleOf,
  type View,
  viewOf,
  withDay,
  zoom,
} from './view.ts'
import { type Period, periodValue } from './words.ts'

/** How much of the width a bar takes that is entered. */
const ENTERED = 0.8

const keyOf = ({ from, to }: DayRange) => `${from}..${to}`

/** What is seen, what is chosen, and every way to change them. */
export function useStrip({
  axis,
  lanes,
  range,
  width,
  onRange,
}: {
  axis: Axis
  lanes: readonly Lane[]
  range: DayRange
  width: number
  onRange: (range: DayRange) => void
}) {
  const key = keyOf(range)
  const chosen = range.from !== undefined || range.to !== undefined
  /** Undefined: everything. */
  const [wanted, setWanted] = useState(() => (chosen ? viewOf(axis, range) : undefined))
  /** What is being dragged, or was chosen here and is not yet in `range`. */
  const [draft, setDraft] = useState<{ base: string; span: Span }>()
  /** The range that was told last, by whomever. */
  const [told, setTold] = useState(key)
  /** Where a drag began. */
  const [base, setBase] = useState<{ span: Span; view: View }>()
  /** The end that the next tap puts down. */
  const [picked, setPicked] = useState<End>()
  /** The period that a pointer is over. */
  const [hovered, setHovered] = useState<Period>()
  /** What a button has changed, which is then to be said. */
  const [spoken, setSpoken] = useState<'view' | 'range'>()

  /** What time there was to see. */
  const [seen, setSeen] = useState(axis)
  if (seen !== axis) {
    setSeen(axis)
    const other = seen.from !== axis.from || seen.to !== axis.to || seen.length !== axis.length
    // What is shown now may all lie elsewhere.
    if (other && !chosen && wanted && !holdsAny(axis, wanted)) setWanted(undefined)
  }
  const view = keepWithin(axis, wanted)
  // A range from elsewhere has to be seen.
  if (told !== key) {
    setTold(key)
    setDraft(undefined)
    if (chosen) setWanted(follow(axis, view, range))
  }
  const span = draft?.base === key ? draft.span : spanOf(range, axis)
  const level = levelOf(axis, view, width)
  const scale = scaleOf(axis, view, width)

  const see = (next: View): boolean => {
    const all = isWhole(axis, next)
    setWanted(all ? undefined : next)
    // Where folds round, the whole is never quite the whole.
    if (all && isWhole(axis, view)) return false
    return next.from !== view.from || next.to !== view.to
  }
  const choose = (next: Span, seen?: View) => {
    const open = rangeOf(next, axis)
    setDraft({ base: key, span: next })
    setTold(keyOf(open))
    setPicked(undefined)
    if (seen) see(seen)
    onRange(open)
  }
  const put = (end: End, x: number, from: Span): Span => {
    const start = nearestStart(level, scale.day(x))
    return putEnd(from, end, end === 'from' ? start : start - 1, axis)
  }

  /** Where a drag has taken the span; the axis takes the view instead. */
  const dragged = (grip: Grip, start: number, at: number): Span => {
    const from = base?.span ?? span
    if (grip === 'from' || grip === 'to') return put(grip, at, from)
    if (grip === 'brush') return moveSpan(from, scale.day(scale.x(from.from) + at - start), axis)
    return drawn(level, scale.day(start), scale.day(at), axis)
  }
  /** By a hand, which sees what it does: nothing is to be said. */
  const look = (next: View): boolean => {
    setSpoken(undefined)
    return see(next)
  }
  const gestures: Gestures = {
    onDrag: (grip, start, at) => {
      setHovered(undefined)
      if (!base) setBase({ span, view })
      setPicked(undefined)
      if (grip === 'axis') look(pan(axis, base?.view ?? view, (start - at) / width))
      else setDraft({ base: key, span: dragged(grip, start, at) })
    },
    onDrop: (grip, start, at) => {
      setBase(undefined)
      if (grip !== 'axis') choose(dragged(grip, start, at))
    },
    onCancel: () => {
      setBase(undefined)
      setDraft(undefined)
    },
    onTap: (grip, at) => {
      if (grip === 'from' || grip === 'to') return setPicked(picked === grip ? undefined : grip)
      if (picked) return choose(put(picked, at, span))
      const bar = barAt(lanes, level, scale.day(at))
      if (bar) choose(spanOf(bar, axis), bar.to > bar.from ? viewOf(axis, bar, ENTERED) : view)
    },
    onHover: (at) => {
      const bar = at === undefined ? undefined : barAt(lanes, level, scale.day(at))
      if (bar?.from !== hovered?.from || bar?.to !== hovered?.to) setHovered(bar)
    },
    // Told from where it began, so that no two fingers' moves undo each other.
    onPinch: (factor, start, at) => {
      if (!base) setBase({ span, view })
      look(zoom(axis, base?.view ?? view, factor, start / width, at / width))
    },
    onZoom: (factor, at) => look(zoom(axis, view, factor, at / width)),
    onPan: (distance) => look(pan(axis, view, distance / width)),
  }

  const step = (by: 1 | -1): Span | undefined => {
    if (chosen) return stepSpan(span, by, axis, lanes)
    const edge =
      by > 0 ? periodOf(level, Math.floor(view.from)) - 1 : periodOf(level, Math.ceil(view.to) - 1) + 1
    return stepSpan({ from: firstDayOf(level, edge), to: firstDayOf(level, edge + 1) - 1 }, by, axis, lanes)
  }
  return {
    view,
    level,
    scale,
    span,
    picked,
    hovered,
    spoken,
    whole: span.from <= axis.from && span.to >= axis.to - 1,
    gestures,
    /** Moves an end by periods of a level, the view's own where none is named. */
    move: (end: End, by: number, unit: Level = level) => {
      const next = moveEnd(span, end, unit, by, axis)
      choose(next, withDay(axis, view, next[end]))
    },
    /** Puts an end as far as it goes: back to the beginning, or on to the end. */
    moveFully: (end: End, forward: boolean) => {
      const next = putEnd(span, end, forward ? axis.to - 1 : axis.from, axis)
      choose(next, withDay(axis, view, next[end]))
    },
    unpick: () => setPicked(undefined),
    zoomBy: (factor: number) => {
      const [first, last] = [scale.x(span.from), scale.x(span.to + 1)]
      setSpoken('view')
      // What is chosen stays in sight, if any of it is.
      const middle = (Math.max(0, first) + Math.min(width, last)) / 2
      return see(zoom(axis, view, factor, last > 0 && first < width ? middle / width : 0.5))
    },
    showAll: () => {
      setSpoken('view')
      see(axis)
      choose({ from: axis.from, to: axis.to - 1 })
    },
    step,
    take: (next: Span) => {
      setSpoken('range')
      choose(next, follow(axis, view, next))
    },
  }
}

export type StripState = ReturnType<typeof useStrip>

function holdsAny({ occupied }: Axis, { from, to }: View): boolean {
  return occupied.some((year) => firstDayOf('year', year) < to && firstDayOf('year', year + 1) > from)
}

/** The period of the bar at a day, of the narrowest where there are several; undefined where there is none. */
function barAt(lanes: readonly Lane[], level: Level, day: number): Period | undefined {
  const layers = lanes.flatMap((lane) => {
    const loaded = loadedLevel(lane, level)
    const density = loaded && lane.density(loaded)
    return density ? [{ level: loaded, density }, ...lane.broader(loaded)] : []
  })
  const under = layers.filter((one) => countIn(one.density, periodOf(one.level, Math.floor(day))) > 0)
  const [bar] = under.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))
  return bar && periodValue(bar.level, periodOf(bar.level, Math.floor(day)))
}

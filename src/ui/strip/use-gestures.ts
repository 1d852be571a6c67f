import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'

/** What a pointer takes hold of: an end, the brush, empty ground, or the axis below. */
export type Grip = 'from' | 'to' | 'brush' | 'ground' | 'axis'

/** All places are pixels from where the plot begins in the direction of reading. */
export interface Gestures {
  /** A drag has come so far. */
  onDrag: (grip: Grip, start: number, at: number) => void
  /** A drag has ended there. */
  onDrop: (grip: Grip, start: number, at: number) => void
  /** A drag is as if it had not been. */
  onCancel: () => void
  /** Pressed and released without a drag. */
  onTap: (grip: Grip, at: number) => void
  /** A pointer that presses nothing is over this place, or has left. */
  onHover: (at: number | undefined) => void
  /** Two fingers: `factor` times as much as when they came down, when their middle was at `start`; now it is at `at`. */
  onPinch: (factor: number, start: number, at: number) => void
  /** Shows `factor` times as much, around a place. Returns whether there was anything to change. */
  onZoom: (factor: number, at: number) => boolean
  /** Moves what is seen by so many pixels. Returns whether there was anything to change. */
  onPan: (distance: number) => boolean
}

/** A hand is not quite still; pixels. */
const STILL = 4
/** A wheel that turns so soon after the page moved turns for the page; milliseconds. */
const PAGE_ROLLS = 250

interface Held {
  readonly points: Map<number, number>
  grip: Grip
  start: number
  state: 'pressed' | 'dragged' | 'pinched'
  /** Of two fingers as they came down. */
  pinch?: Pinch
}

interface Pinch {
  readonly middle: number
  readonly apart: number
}

/** Fingers closer to each other would zoom in leaps; pixels. */
const CLOSEST = 16

/** Turns what pointers and the wheel do on a plot into gestures. `data-grip` says what an element gives hold of. */
export function useGestures(plot: RefObject<HTMLElement | null>, gestures: Gestures) {
  const held = useRef<Held>(undefined)
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useWheel(plot, latest)

  const place = (event: { clientX: number }) => (plot.current ? placeOn(plot.current, event.clientX) : 0)
  const cancel = () => {
    if (held.current && held.current.state !== 'pressed') gestures.onCancel()
    held.current = undefined
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const grip = (event.target as Element).closest<HTMLElement>('[data-grip]')?.dataset.grip as Grip
      if (!grip || event.button > 0) return
      event.currentTarget.setPointerCapture?.(event.pointerId)
      const at = place(event)
      if (!held.current) held.current = { points: new Map(), grip, start: at, state: 'pressed' }
      const { points } = held.current
      points.set(event.pointerId, at)
      const pinch = pinchOf(points)
      if (!pinch) return
      // A second finger makes it a pinch, whatever the first had begun.
      if (held.current.state !== 'pressed') gestures.onCancel()
      Object.assign(held.current, { state: 'pinched', pinch })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      const at = place(event)
      if (!now) gestures.onHover(at)
      if (!now?.points.has(event.pointerId)) return
      now.points.set(event.pointerId, at)
      if (now.state === 'pinched') {
        const pinch = pinchOf(now.points)
        if (pinch && now.pinch)
          gestures.onPinch(now.pinch.apart / pinch.apart, now.pinch.middle, pinch.middle)
        return
      }
      if (now.state === 'pressed' && Math.abs(at - now.start) < STILL) return
      now.state = 'dragged'
      gestures.onDrag(now.grip, now.start, at)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      if (!now?.points.delete(event.pointerId)) return
      // The finger that is left of a pinch drags nothing.
      if (now.points.size > 0) return
      held.current = undefined
      if (now.state === 'pinched') gestures.onCancel()
      if (now.state === 'dragged') gestures.onDrop(now.grip, now.start, place(event))
      else if (now.state === 'pressed') gestures.onTap(now.grip, now.start)
    },
    onPointerCancel: cancel,
    onPointerLeave: () => gestures.onHover(undefined),
    /** Lets go without effect. */
    cancel,
  }
}

function pinchOf(points: ReadonlyMap<number, number>): Pinch | undefined {
  const [one, other] = points.values()
  if (one === undefined || other === undefined) return undefined
  return { middle: (one + other) / 2, apart: Math.max(Math.abs(one - other), CLOSEST) }
}

/** Pixels from the edge that the line begins at. */
function placeOn(plot: HTMLElement, clientX: number): number {
  const { left, right } = plot.getBoundingClientRect()
  return getComputedStyle(plot).direction === 'rtl' ? right - clientX : clientX - left
}

function useWheel(plot: RefObject<HTMLElement | null>, latest: RefObject<Gestures>): void {
  useEffect(() => {
    const node = plot.current
    if (!node) return
    let rolled = -PAGE_ROLLS
    const onScroll = (event: Event) => {
      rolled = event.timeStamp
    }
    const onWheel = (event: WheelEvent) => {
      const { deltaX, deltaY, ctrlKey, shiftKey, timeStamp } = event
      if (!ctrlKey && timeStamp - rolled < PAGE_ROLLS) return
      // Lines and pages are told in pixels.
      const unit = [1, 16, 400][event.deltaMode] ?? 1
      const sideways = shiftKey || Math.abs(deltaX) > Math.abs(deltaY)
      const { onPan, onZoom } = latest.current
      const back = getComputedStyle(node).direction === 'rtl' ? -1 : 1
      const used = sideways
        ? onPan((deltaX ? deltaX * back : deltaY) * unit)
        : onZoom(
            1.0025 ** (Math.max(-300, Math.min(300, deltaY * unit)) * (ctrlKey ? 3 : 1)),
            placeOn(node, event.clientX),
          )
      // What the strip has no use for is the page's.
      if (used) event.preventDefault()
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    node.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      window.removeEventListener('scroll', onScroll)
      node.removeEventListener('wheel', onWheel)
    }
  }, [plot, latest])
}

import { type RefObject, useEffect, useState } from 'react'
import { trimmed } from './describe.ts'
import type { Stretch } from './find.ts'
import { shownText, stretchIn } from './shown-text.ts'
import { type Spot, spotOf } from './spot.ts'

/** What the reader has selected in the text. */
export interface Selected extends Stretch {
  spot: Spot
}

/** How long a selection rests before anything is offered; milliseconds. */
const RESTED = 250

/** What is selected in the text of the note, once it rests: not while the mouse draws it. */
export function useSelected(text: RefObject<HTMLElement | null>, whole: string): Selected | undefined {
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let drawing = false
    const look = () => setSelected(text.current ? selectedIn(text.current, whole) : undefined)
    const changed = () => {
      clearTimeout(timer)
      if (getSelection()?.isCollapsed ?? true) setSelected(undefined)
      else if (!drawing) timer = setTimeout(look, RESTED)
    }
    const down = ({ pointerType }: PointerEvent) => {
      drawing = pointerType === 'mouse'
    }
    const up = () => {
      drawing = false
      changed()
    }
    changed()
    document.addEventListener('selectionchange', changed)
    addEventListener('pointerdown', down)
    addEventListener('pointerup', up)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', changed)
      removeEventListener('pointerdown', down)
      removeEventListener('pointerup', up)
    }
  }, [text, whole])
  return selected
}

/** What is selected now; undefined where it is not words of the text. */
export function selectedIn(text: HTMLElement, whole: string): Selected | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  // Three clicks on its last paragraph end before what comes behind the text.
  const within = text.contains(range.endContainer) || range.endOffset === 0
  return text.contains(range.startContainer) && within ? wordsIn(text, whole, range) : undefined
}

export function wordsIn(text: HTMLElement, whole: string, range: Range): Selected | undefined {
  const found = stretchIn(text, range)
  // A page that was translated, say, is another text.
  if (!found || shownText(text) !== whole) return undefined
  const stretch = trimmed(whole, found)
  return stretch.end > stretch.start ? { ...stretch, spot: spotOf(range) } : undefined
}

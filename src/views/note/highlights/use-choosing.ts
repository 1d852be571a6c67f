import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { bodySentences, direction, type Note } from '../../../notes/index.ts'
import type { Stretch } from './find.ts'
import { type Selected, selectedIn } from './selected.ts'
import { rangeOf, shownText, stretchIn } from './shown-text.ts'
import { spotOf } from './spot.ts'

/** A Chinese or Japanese character is taken for a word. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}'’])+/gu

/** Pixels at the top of the window that may be covered. */
const HEAD = 80

export interface Choosing {
  words: Selected
  /** What they say, and in which language; BCP 47. */
  said: string
  language: string
  /** To the sentence before or after. */
  step: (by: 1 | -1) => void
  /** Hears the arrow keys: they change the sentence, the beginning and, with Shift, the end. */
  onKey: (event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>) => boolean
  /** `back`: the keyboard goes on where it was. */
  end: (back: boolean) => void
}

/** Words that are chosen without a pointer: sentence by sentence, and from there word by word. */
export function useChoosing(
  note: Note,
  text: RefObject<HTMLElement | null>,
  whole: string,
): { begin: (section?: string) => void; choosing: Choosing | undefined } {
  const [words, setWords] = useState<Selected>()
  const before = useRef<Element>(undefined)
  const sentences = useMemo(
    () => bodySentences(note.body, note.language).map(([start, end]): Stretch => ({ start, end })),
    [note],
  )

  const show = useCallback(
    (stretch: Stretch | undefined) => {
      const element = text.current
      const range = stretch && element && shownText(element) === whole ? rangeOf(element, stretch) : undefined
      if (!stretch || !range) return
      const selection = getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      const { top, bottom } = range.getBoundingClientRect()
      if (top < HEAD || bottom > innerHeight * 0.75) scrollTo({ top: scrollY + top - innerHeight / 3 })
      setWords({ ...stretch, spot: spotOf(range) })
    },
    [text, whole],
  )

  /** `section`: from where, by its id, '' for the beginning; without one, from what has the focus or is in sight. */
  const begin = useCallback(
    (section?: string) => {
      const element = text.current
      if (!element) return
      before.current = document.activeElement ?? undefined
      show(
        selectedIn(element, whole) ??
          (section === undefined ? inSight(element, sentences) : firstOf(element, sentences, section)),
      )
    },
    [text, whole, sentences, show],
  )

  const end = useCallback((back: boolean) => {
    setWords(undefined)
    if (!back) return
    getSelection()?.removeAllRanges()
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }, [])

  const choosing = words !== undefined
  useEffect(() => {
    if (!choosing) return
    const away = ({ target }: PointerEvent) => {
      if (!(target as Element).closest?.('[role="toolbar"]')) end(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [choosing, end])

  if (!words) return { begin, choosing: undefined }
  const step = (by: 1 | -1) => {
    const here = sentences.findLastIndex(({ start }) => start <= words.start)
    show(sentences[Math.max(0, Math.min(sentences.length - 1, here + by))])
  }
  const onKey: Choosing['onKey'] = ({ key, shiftKey, altKey, ctrlKey, metaKey }) => {
    // With these they are the browser's: back, say.
    if (altKey || ctrlKey || metaKey) return false
    if (key === 'ArrowUp' || key === 'ArrowDown') step(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const onward = (key === 'ArrowRight') === (direction(note.language) === 'ltr')
      show(moved(words, whole, shiftKey ? 'end' : 'start', onward))
    } else if (key === 'Escape') end(true)
    else return false
    return true
  }
  const said = whole.slice(words.start, words.end)
  return { begin, choosing: { words, said, language: note.language, step, onKey, end } }
}

/** With one edge a word further on or back. */
function moved({ start, end }: Stretch, whole: string, edge: 'start' | 'end', onward: boolean): Stretch {
  const edges = [...whole.matchAll(WORDS)].map(({ index, 0: word }) =>
    edge === 'start' ? index : index + word.length,
  )
  const from = edge === 'start' ? start : end
  const to = (onward ? edges.find((at) => at > from) : edges.findLast((at) => at < from)) ?? from
  const stretch = edge === 'start' ? { start: to, end } : { start, end: to }
  return stretch.end > stretch.start ? stretch : { start, end }
}

function firstOf(element: HTMLElement, sentences: readonly Stretch[], section: string): Stretch | undefined {
  const heading = [...element.querySelectorAll(':is(h2, h3, h4, h5, h6)[id]')].find(
    ({ id }) => id === section,
  )
  const after = heading ? (stretchOf(element, heading)?.end ?? 0) : 0
  return sentences.find(({ start }) => start >= after) ?? sentences.at(-1)
}

function inSight(element: HTMLElement, sentences: readonly Stretch[]): Stretch | undefined {
  const focused = document.activeElement
  const at = focused && element.contains(focused) ? stretchOf(element, focused)?.start : undefined
  if (at !== undefined) return sentences.findLast(({ start }) => start <= at)
  // Each further down than the one before: half of them are left out at every look.
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const range = rangeOf(element, sentences[middle] as Stretch)
    if (range && range.getBoundingClientRect().top > HEAD) high = middle
    else low = middle + 1
  }
  return sentences[low]
}

function stretchOf(element: HTMLElement, part: Element): Stretch | undefined {
  const range = document.createRange()
  range.selectNodeContents(part)
  return stretchIn(element, range)
}

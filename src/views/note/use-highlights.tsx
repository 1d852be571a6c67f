import { type ComponentType, type RefObject, useCallback, useEffect, useState } from 'react'
import { useFirstMessages, withWords } from '../../messages/index.ts'
import type { Note } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { useShortcuts } from '../../ui/index.ts'
import type { Asked, LayerProps } from './highlights/layer.tsx'
import { HIGHLIGHTS_OF_NOTE } from './highlights/list-anchor.ts'
import type { Painted } from './revive.tsx'

/**
 * What is highlighted in the text, to be painted, and what is beside it. Its code comes where there is a highlight, or
 * once words are selected, or it is asked for.
 */
export function useHighlights(note: Note, text: RefObject<HTMLElement | null>) {
  const messages = useFirstMessages()
  const kept = useReading(({ notes }) => notes.get(note.slug)?.highlights)
  const count = [...(kept?.values() ?? [])].filter(({ highlight }) => highlight).length
  const some = count > 0
  const [wanted, setWanted] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const [painted, setPainted] = useState<readonly Painted[]>()
  const [Layer, setLayer] = useState<ComponentType<LayerProps>>()
  const ask = useCallback((what: Asked) => {
    setWanted(true)
    setAsked(what)
  }, [])
  useShortcuts((event) => {
    if (event.key !== 'u' || (event.target as Element).closest?.('dialog')) return
    // It may open a field: the letter is not for that.
    event.preventDefault()
    ask({})
  })
  useEffect(() => {
    const select = () => {
      const selection = getSelection()
      if (selection && !selection.isCollapsed && text.current?.contains(selection.anchorNode)) setWanted(true)
    }
    document.addEventListener('selectionchange', select)
    return () => document.removeEventListener('selectionchange', select)
  }, [text])
  useEffect(() => {
    if (!some && !wanted) return
    withWords(() => import('./highlights/layer.tsx')).then(
      ({ HighlightLayer }) => setLayer(() => HighlightLayer),
      // It cannot be had now: the text is there without.
      () => undefined,
    )
  }, [some, wanted])
  return {
    painted,
    ask,
    /** All of the text is needed: words are chosen, or found, in no part of it. */
    wanted,
    /** The way to the list of them. */
    way: some && Layer && <a href={`#${HIGHLIGHTS_OF_NOTE}`}>{messages.highlightCount(count)}</a>,
    layer: Layer && <Layer note={note} text={text} asked={asked} onPaint={setPainted} />,
  }
}

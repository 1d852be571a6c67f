import { type RefObject, type SyntheticEvent, useMemo } from 'react'
import type { SideBySide } from '../../notes/index.ts'

/** Shows what says the same as the statement that is pointed at, or has the focus; to be heard within the text. */
export function useCounterparts(
  text: RefObject<HTMLElement | null>,
  counterparts: SideBySide['counterparts'],
) {
  return useMemo(() => {
    const clear = () => {
      for (const lit of text.current?.querySelectorAll('[data-lit]') ?? []) lit.removeAttribute('data-lit')
    }
    const light = ({ target }: SyntheticEvent) => {
      clear()
      const statement = (target as Element).closest<HTMLElement>('[data-statement]')
      const side = statement?.closest<HTMLElement>('[data-side]')?.dataset.side
      const others = counterparts.get(`${side} ${statement?.id}`) ?? []
      for (const id of others) {
        const cells = `[data-side]:not([data-side="${side}"])`
        text.current?.querySelector(`${cells} #${CSS.escape(id)}`)?.setAttribute('data-lit', '')
      }
    }
    return { onPointerOver: light, onFocus: light, onPointerLeave: clear, onBlur: clear }
  }, [text, counterparts])
}

import { createContext, useContext, useEffect, useEffectEvent } from 'react'

/** Whether keys pressed alone do something: who speaks to the machine, or slips, switches them off. */
export const Shortcuts = createContext(true)

/** Hears keys pressed alone, outside of what one types in; none while they are switched off. */
export function useShortcuts(onKey: (event: KeyboardEvent) => void): void {
  const on = useContext(Shortcuts)
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const typing = (event.target as Element).closest?.('input:not([type="checkbox"]), textarea, select')
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) onKey(event)
  })
  useEffect(() => {
    if (!on) return
    addEventListener('keydown', heard)
    return () => removeEventListener('keydown', heard)
  }, [on])
}

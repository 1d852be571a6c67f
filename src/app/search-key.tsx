import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router'

const SearchDialog = lazy(async () => ({ default: (await import('../views/search/index.ts')).SearchDialog }))

/** `/`, and Ctrl or ⌘ with K, open the search over any screen; on its own page they go to the field there. */
export function SearchKey() {
  const [open, setOpen] = useState(false)
  const { key } = useLocation()
  const [openedAt, setOpenedAt] = useState(key)
  // Whatever leads on to another screen leaves the search behind.
  if (open && openedAt !== key) setOpen(false)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return
      const typing = (event.target as Element).closest?.('input, textarea, select')
      const withK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !typing
      if (!withK && !slash) return
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('main [data-begin]')
      if (field && !document.querySelector('dialog[open]')) field.focus()
      else {
        setOpenedAt(key)
        setOpen(true)
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [key])
  if (!open) return null
  return (
    <Suspense>
      <SearchDialog onClose={() => setOpen(false)} />
    </Suspense>
  )
}

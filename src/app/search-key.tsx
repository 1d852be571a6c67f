import { type ComponentType, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../notes/index.ts'

/** `/`, and Ctrl or ⌘ with K, open the search over any screen; on its own page they go to the field there. */
export function SearchKey() {
  const navigate = useNavigate()
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }>>()
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
        import('../views/search/index.ts')
          .then(({ SearchDialog }) => setDialog(() => SearchDialog))
          // Its page says what is wrong, and what to do.
          .catch(() => navigate(paths.search()))
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [key, navigate])
  return open && Dialog ? <Dialog onClose={() => setOpen(false)} /> : null
}

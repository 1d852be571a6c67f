import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { withWords } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { useShortcuts } from '../ui/index.ts'

/** `/`, and Ctrl or ⌘ with K, open the search over any screen; on its own page they go to the field there. */
export function SearchKey() {
  const navigate = useNavigate()
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }>>()
  const [open, setOpen] = useState(false)
  const { key } = useLocation()
  const [openedAt, setOpenedAt] = useState(key)
  // Whatever leads on to another screen leaves the search behind.
  if (open && openedAt !== key) setOpen(false)
  const search = (event: KeyboardEvent) => {
    event.preventDefault()
    const field = document.querySelector<HTMLInputElement>('main [data-begin]')
    if (field && !document.querySelector('dialog[open]')) return field.focus()
    setOpenedAt(key)
    setOpen(true)
    withWords(() => import('../views/search/index.ts'))
      .then(({ SearchDialog }) => setDialog(() => SearchDialog))
      // Its page says what is wrong, and what to do.
      .catch(() => navigate(paths.search()))
  }
  useShortcuts((event) => {
    if (event.key === '/') search(event)
  })
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const withK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    if (withK && !event.altKey && !event.isComposing) search(event)
  })
  useEffect(() => {
    addEventListener('keydown', heard)
    return () => removeEventListener('keydown', heard)
  }, [])
  return open && Dialog ? <Dialog onClose={() => setOpen(false)} /> : null
}

import { type ComponentType, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFirstMessages, withWords } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { Icon } from '../ui/index.ts'

/** Opens the reader's panel, whose code comes when it is wanted. */
export function AppearanceButton() {
  const { appearance } = useFirstMessages()
  const navigate = useNavigate()
  const [Panel, setPanel] = useState<ComponentType<{ onClose: () => void }>>()
  const [open, setOpen] = useState(false)
  const show = () => {
    setOpen(true)
    withWords(() => import('../views/settings/index.ts'))
      .then(({ ReaderPanel }) => setPanel(() => ReaderPanel))
      // Its page says what is wrong, and what to do.
      .catch(() => navigate(paths.settings))
  }
  return (
    <>
      <button
        type="button"
        className="bare appearance"
        aria-label={appearance}
        title={appearance}
        onClick={show}
      >
        <Icon shape="type" />
      </button>
      {open && Panel && <Panel onClose={() => setOpen(false)} />}
    </>
  )
}

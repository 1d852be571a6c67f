import '../../ui/pages.css'
import './settings.css'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/index.ts'
import { paths } from '../../notes/index.ts'
import { Icon, Link } from '../../ui/index.ts'
import { Appearance } from './choices.tsx'

/** How the text looks, changed beside it, for as long as it is open; `onClose` is called when it is not any more. */
export function ReaderPanel({ onClose }: { onClose: () => void }) {
  const { settings, appearance, close } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const shut = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="reader-panel"
      aria-label={appearance}
      onClose={onClose}
      // What is pressed beside the panel is the dialog itself.
      onClick={({ target }) => target === dialog.current && shut()}
    >
      <div className="panel">
        <div className="dialog-head">
          <h2>{appearance}</h2>
          <button type="button" className="bare" aria-label={close} onClick={shut}>
            <Icon shape="close" />
          </button>
        </div>
        <Appearance />
        <Link to={paths.settings} onClick={shut}>
          {settings.all}
        </Link>
      </div>
    </dialog>
  )
}

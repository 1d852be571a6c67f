import './key-list.css'
import { useEffect, useRef } from 'react'
import { useMessages } from '../messages/index.ts'
import { Icon } from '../ui/index.ts'

const LIST = [
  ['/', 'search'],
  ['g h', 'start'],
  ['g t', 'timeline'],
  ['g s', 'sources'],
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'source'],
  ['Esc', 'back'],
  ['u', 'highlight'],
  ['m', 'read'],
  ['Shift m', 'section'],
  ['?', 'help'],
] as const

/** Lists the keys, over the page. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const messages = useMessages()
  const list = useRef<HTMLDialogElement>(null)
  useEffect(() => list.current?.showModal(), [])
  return (
    <dialog ref={list} className="key-list" aria-label={messages.keys} onClose={onClose}>
      <div className="dialog-head">
        <h2>{messages.keys}</h2>
        <button
          type="button"
          className="bare"
          aria-label={messages.close}
          onClick={() => list.current?.close()}
        >
          <Icon shape="close" />
        </button>
      </div>
      <dl>
        {LIST.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{messages.keyList[what]}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}

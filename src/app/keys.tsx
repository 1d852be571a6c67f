import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { useMessages } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { Icon, useShortcuts } from '../ui/index.ts'

const PLACES: Record<string, string> = { h: paths.start, t: paths.timeline(), s: paths.sources }

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

/** `g` and a letter goes to a page; `?` lists the keys. */
export function Keys() {
  const messages = useMessages()
  const navigate = useNavigate()
  const list = useRef<HTMLDialogElement>(null)
  const going = useRef(false)
  useShortcuts(({ key, target, defaultPrevented }) => {
    const place = going.current ? PLACES[key] : undefined
    going.current = key === 'g'
    if (place) navigate(place)
    else if (key === 'o') openSource(target as Element)
    else if (key === 'Escape' && !defaultPrevented) backToStatement(target as Element)
    else if (key === '?') list.current?.showModal()
  })
  return (
    <dialog ref={list} className="key-list" aria-label={messages.keys}>
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

/** Shows the source of the statement that has the focus; the next key follows it. */
function openSource(target: Element): void {
  const statement = target.closest('[data-statement], .statement')
  if (!statement) return
  const mark = statement.querySelector<HTMLElement>('.source-mark') ?? markBehind(statement)
  if (mark) mark.click()
  else statement.querySelector<HTMLElement>('a.external, sup a')?.focus()
}

/** In the text of a note the numbers stand behind the statement, before the next. */
function markBehind(statement: Element): HTMLElement | null | undefined {
  let next = statement.nextElementSibling
  while (next && !next.matches('.source-marks, [data-statement]')) next = next.nextElementSibling
  return next?.querySelector<HTMLElement>('.source-mark')
}

/** From the source of a statement, or any other way out of it, to the statement. */
function backToStatement(target: Element): void {
  let statement = target.closest<HTMLElement>('.statement, [data-statement]')
  for (let at = target.closest('.source-marks'); at && !statement; at = at.previousElementSibling) {
    if (at.matches('[data-statement]')) statement = at as HTMLElement
  }
  statement?.focus({ preventScroll: true })
}

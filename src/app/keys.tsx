import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../notes/index.ts'
import { Awaited, useShortcuts } from '../ui/index.ts'
import { more } from './late.ts'

const PLACES: Record<string, string> = { h: paths.start, t: paths.timeline(), s: paths.sources }

/** `g` and a letter goes to a page; `?` lists the keys. */
export function Keys() {
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const going = useRef(false)
  useShortcuts(({ key, target, defaultPrevented }) => {
    const place = going.current ? PLACES[key] : undefined
    going.current = key === 'g'
    if (place) navigate(place)
    else if (key === 'o') openSource(target as Element)
    else if (key === 'Escape' && !defaultPrevented) backToStatement(target as Element)
    else if (key === '?') setOpen(true)
  })
  return (
    open && (
      <Awaited part={more} onGone={close}>
        {({ KeyList }) => <KeyList onClose={close} />}
      </Awaited>
    )
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

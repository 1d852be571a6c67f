/** Something that was done to the page, and how that left the field that it was done to. */
interface Kept {
  event: Event
  value?: string
  checked?: boolean
}

const FIELDS = 'input, textarea, select'

/**
 * What was pressed and typed before the program was there: `after-paint.js` has kept it, and from here on keeps
 * no more. Returns what does it all, once every part of the page can hear it.
 */
export function pressedEarly(): () => Promise<void> {
  const { pressedEarly: take } = globalThis as { pressedEarly?: () => Kept[] }
  const all = take?.() ?? []
  return async () => {
    for (let kept = all.shift(); kept; kept = all.shift()) {
      if (kept.event.target instanceof Element && kept.event.target.isConnected) redo(kept)
      // What it has done is shown before the next: a second press meets what the first has made.
      await null
    }
  }
}

function redo({ event, value = '', checked }: Kept): void {
  const target = event.target as HTMLElement
  const isInput = target instanceof HTMLInputElement
  if (event instanceof KeyboardEvent) {
    if (!target.closest(FIELDS)) target.dispatchEvent(new KeyboardEvent(event.type, event))
  } else if (isInput && /^(?:checkbox|radio)$/.test(target.type)) {
    if (event.type === 'click' && target.checked !== checked) target.click()
  } else if (isInput && event.type === 'input') retype(target, value)
  // Links lead on by themselves.
  else if (event.type === 'click') target.closest('button')?.click()
}

/** React hears of a change only where it is one to what it last knew. */
function retype(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

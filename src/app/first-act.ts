/** What wants an answer at once; to look around does not. */
const PRESSES = ['pointerdown', 'keydown', 'click']
const LOOKS = ['pointermove', 'wheel', 'scroll']

/** How long a reader looks around, at most, before what they may press is fetched; milliseconds. */
const LOOKING = 200

/** Runs once, when the reader does something for the first time: as they press, or a moment after they move. */
export function onFirstAct(run: () => void): void {
  const listening = new AbortController()
  const options = { capture: true, passive: true, signal: listening.signal }
  let timer: ReturnType<typeof setTimeout> | undefined
  const press = () => {
    clearTimeout(timer)
    listening.abort()
    run()
  }
  const look = () => {
    timer ??= setTimeout(press, LOOKING)
  }
  for (const type of PRESSES) addEventListener(type, press, options)
  // Not captured: a frame in the page is scrolled by the program, too, as the list of topics to the open note.
  for (const type of LOOKS) addEventListener(type, look, { ...options, capture: false })
}

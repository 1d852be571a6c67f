/** Milliseconds between two looks. */
const EVERY = 100
/** What would be over before one has read of it is not told; milliseconds. */
const PATIENCE = 500

/** Tells how far a long work has come: how many are done, how fast it goes, how long it will take. */
export type Progress = (done: number, total: number) => void

/**
 * Progress on one line of a terminal that is written over and over, and is gone at the end; nothing where there is no
 * terminal. `what`: “notes compiled”.
 */
export function showProgress(what: string, to: NodeJS.WriteStream, now = () => performance.now()): Progress {
  if (!to.isTTY) return () => undefined
  let began: number | undefined
  let told = 0
  let shown = false
  return (done, total) => {
    const time = now()
    if (began === undefined) {
      began = time
      told = time + PATIENCE - EVERY
    }
    if (done === total) {
      began = undefined
      if (shown) to.write('\r\u001b[K')
      shown = false
    } else if (time - told >= EVERY && done > 0) {
      told = time
      shown = true
      const rate = done / ((time - began) / 1000)
      const left = Math.ceil((total - done) / rate)
      const line = `${done} of ${total} ${what}, ${rate.toFixed(0)} a second, ${inWords(left)} left`
      to.write(`\r${line.slice(0, to.columns - 1)}\u001b[K`)
    }
  }
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

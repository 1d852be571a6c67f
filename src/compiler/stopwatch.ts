import { readFileSync } from 'node:fs'

/** A fifth of the processor is the least that a process is taken to get on a busy machine. */
const SHARE = 5

/**
 * Milliseconds that a process has worked since now. Linux tells its time on the processor; elsewhere, and where it
 * hardly gets any, the time on the wall counts.
 */
export function stopwatch(pid: number): () => number {
  const began = performance.now()
  const before = onProcessor(pid)
  return () => {
    const passed = performance.now() - began
    const now = onProcessor(pid)
    return before === undefined || now === undefined ? passed : Math.max(now - before, passed / SHARE)
  }
}

/** Milliseconds, in steps of ten. */
function onProcessor(pid: number): number | undefined {
  try {
    // Fields 14 and 15 are ticks of 10 ms; the name in the second may hold anything, brackets included.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop()?.split(' ')
    return fields && (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}

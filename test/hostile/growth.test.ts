import { describe, expect, it } from 'vitest'
import { compileNote } from '../../src/compiler/compile-note.ts'
import { shapes } from './shapes.ts'

const SIZE = 5000
/** Four times the text may take ten times the time: warming up and cleaning up are not linear. */
const MOST_GROWTH = 10
/** Milliseconds; less is nothing to measure growth from. */
const LEAST = 25

/** Milliseconds on the processor, which other programs do not take away; the better of two runs. */
function cost(raw: string): number {
  const runs = [0, 1].map(() => {
    const before = process.cpuUsage()
    compileNote('a-en.md', raw)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

// Tried again where it fails: other work on the machine makes one run look slow, a square makes all of them.
describe('four times the text', () => {
  // What is compiled first pays for the compiler's own start.
  for (const shape of Object.values(shapes)) compileNote('a-en.md', shape(500))

  it.each(Object.entries(shapes))(
    'does not take much more than four times the time: %s',
    { retry: 4 },
    (_, shape) => {
      const small = Math.max(LEAST, cost(shape(SIZE)))
      expect(cost(shape(4 * SIZE)) / small).toBeLessThan(MOST_GROWTH)
    },
  )
}, 60_000)

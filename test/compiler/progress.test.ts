import { describe, expect, it } from 'vitest'
import { showProgress } from '../../src/compiler/progress.ts'

/** A terminal, or a file, and what was written to it. */
function screen(isTTY: boolean) {
  const written: string[] = []
  let time = 0
  const to = {
    isTTY,
    columns: 80,
    write: (text: string) => written.push(text),
  } as unknown as NodeJS.WriteStream
  const progress = showProgress('notes compiled', to, () => time)
  const at = (milliseconds: number, done: number) => {
    time = milliseconds
    progress(done, 1000)
  }
  return { written, at }
}

describe('progress', () => {
  it('tells how many are done, how fast, and how long it will take, on one line that is gone at the end', () => {
    const { written, at } = screen(true)
    at(0, 1)
    at(1000, 100)
    at(10_000, 1000)
    expect(written).toEqual(['\r100 of 1000 notes compiled, 100 a second, 9 s left\u001b[K', '\r\u001b[K'])
  })

  it('does not flicker, and does not speak of what is over at once', () => {
    const { written, at } = screen(true)
    for (let done = 1; done <= 300; done += 1) at(done, done)
    at(301, 1000)
    expect(written).toEqual([])
    for (let done = 1; done < 1000; done += 1) at(1000 + done, done)
    expect(written.length).toBeLessThan(10)
  })

  it('says nothing where there is no terminal', () => {
    const { written, at } = screen(false)
    at(0, 1)
    at(60_000, 500)
    at(90_000, 1000)
    expect(written).toEqual([])
  })
})

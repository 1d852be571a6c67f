import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { finished } from '../../src/compiler/own-process.ts'

function child(...events: [name: string, value?: unknown][]): ChildProcess {
  const emitter = new EventEmitter()
  setImmediate(() => {
    for (const event of events) emitter.emit(...event)
  })
  return emitter as ChildProcess
}

it('hears why a process did not do its work, also where that comes after its end', async () => {
  const failed = child(['exit', 1], ['message', 'no space left'], ['disconnect'])
  await expect(finished(failed, 'it failed')).rejects.toThrow('no space left')
})

it('does not take a process for one that has done its work that was ended, or never began', async () => {
  const ended = child(['disconnect'], ['exit', null])
  await expect(finished(ended, 'it failed')).rejects.toThrow('it failed')
  await expect(finished(child(['error', new Error('ENOMEM')]), 'it failed')).rejects.toThrow('ENOMEM')
})

it('ends with a process that has done its work, whichever of its ends is heard first', async () => {
  await finished(child(['exit', 0], ['disconnect']), 'it failed')
  await finished(child(['disconnect'], ['exit', 0]), 'it failed')
})

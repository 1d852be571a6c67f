import { readFrontMatter } from '../notes/index.ts'
import { keyOf } from './card.ts'
import { compileNote, plainNote } from './compile-note.ts'
import type { Job, Reply } from './note-worker.ts'
import { packNote } from './packed-note.ts'
import { compileLessForSpeed } from './patience.ts'

/** A process of its own that compiles one note after another: what a note does to it is done to nobody else. */

compileLessForSpeed()
process.on('message', (job: Job) => reply(work(job)))
process.on('disconnect', () => process.exit())
reply({ kind: 'ready' })

function work({ file, raw, plain }: Job): Reply {
  try {
    const note = plain ? plainNote(file, raw, readFrontMatter(raw), plain) : compileNote(file, raw)
    const key = keyOf(file, raw)
    // Tomorrow it may come out as what it is.
    return { kind: 'done', note: packNote(plain ? `${key}-plain` : key, note) }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function reply(message: Reply): void {
  process.send?.(message)
}

import { buildSite } from './build-site.ts'
import { say } from './own-process.ts'

/** What the process is asked: to write the data of a folder of notes into another. */
export interface SiteJob {
  content: string
  out: string
}

/** A process of its own that makes in dev what stands over all notes, so that the server answers meanwhile. */
process.on('message', async ({ content, out }: SiteJob) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  try {
    await buildSite(content, out)
  } catch (error) {
    await say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
  process.disconnect()
})
// The server has gone: what is half done is taken away by the next.
process.on('disconnect', () => process.exit())

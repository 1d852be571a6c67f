import { listFiles, packListing } from './listing.ts'
import { say } from './own-process.ts'

/** A process of its own that looks at all files of a site while the notes are read: there are many. */
process.on('message', async (folder: string) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  await say(packListing(listFiles(folder)))
  process.disconnect()
})

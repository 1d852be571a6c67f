import { auditFolder } from './audit.ts'
import { LedgerBook, type LedgerPlace } from './ledger.ts'
import { say } from './own-process.ts'
import { compileLessForSpeed } from './patience.ts'

/** What the process is asked: how a folder differs from what a ledger says of it. */
export interface AuditJob {
  folder: string
  ledger: LedgerPlace
}

/** A process of its own that looks at all files of a site while the notes are read: there are many. */
compileLessForSpeed()
process.on('message', async ({ folder, ledger }: AuditJob) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  const last = new LedgerBook(ledger).last()
  if (last) await say(auditFolder(folder, last.files))
  process.disconnect()
})

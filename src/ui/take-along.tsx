import { useState } from 'react'
import { useFirstMessages } from '../messages/index.ts'
import { saveFile } from './save-file.ts'

/** A file that a reader may want. */
export interface TakenFile {
  label: string
  /** Its name. */
  file: string
  /** Media type. */
  type: string
  /** Made when it is asked for; may have to be fetched. */
  text: () => Promise<string>
}

/** The same things in several formats, as files for other programs. */
export function TakeAlong({ label, files }: { label: string; files: readonly TakenFile[] }) {
  const messages = useFirstMessages()
  const [failed, setFailed] = useState(false)
  const take = async ({ text, file, type }: TakenFile) => {
    try {
      saveFile(await text(), file, type)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <p className="take-along">
      {label}
      {files.map((one) => (
        <button key={one.file} type="button" className="inline" onClick={() => take(one)}>
          {one.label}
        </button>
      ))}
      <span role="status">{failed && messages.offline}</span>
    </p>
  )
}

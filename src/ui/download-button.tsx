import { saveFile } from './save-file.ts'

/** Gives the reader a text as a file. `text` is made when it is asked for. */
export function DownloadButton({
  label,
  file,
  type,
  text,
}: {
  label: string
  /** Its name. */
  file: string
  /** Media type. */
  type: string
  text: () => string
}) {
  return (
    <button type="button" className="inline" onClick={() => saveFile(text(), file, type)}>
      {label}
    </button>
  )
}

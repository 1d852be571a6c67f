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
  const download = () => {
    const address = URL.createObjectURL(new Blob([text()], { type }))
    const link = document.createElement('a')
    link.href = address
    link.download = file
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <button type="button" className="inline" onClick={download}>
      {label}
    </button>
  )
}

/** Milliseconds: by then the browser has taken it. */
const TAKEN_AFTER = 60_000

/** Gives the reader a text, whole or in pieces, as a file of that name. `type` is a media type. */
export function saveFile(text: string | Blob, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_AFTER)
}

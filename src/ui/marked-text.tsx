import type { ReactNode } from 'react'

/** A sentence with the dates in it set as such. `marks`: stretches of it, in order, end exclusive, with their EDTF. */
export function MarkedText({
  text,
  marks,
}: {
  text: string
  marks: readonly { start: number; end: number; dateTime?: string | undefined }[]
}) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end, dateTime } of marks) {
    parts.push(
      text.slice(at, start),
      <time key={start} dateTime={dateTime}>
        {text.slice(start, end)}
      </time>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

import type { ReactNode } from 'react'

/**
 * A sentence with the dates in it set as such, or what was looked for in it. `marks`: stretches of it, in order, end
 * exclusive, with their EDTF, or `found`.
 */
export function MarkedText({
  text,
  marks,
}: {
  text: string
  marks: readonly { start: number; end: number; dateTime?: string | undefined; found?: true }[]
}) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end, dateTime, found } of marks) {
    const words = text.slice(start, end)
    parts.push(
      text.slice(at, start),
      found ? (
        <mark key={start}>{words}</mark>
      ) : (
        <time key={start} dateTime={dateTime}>
          {words}
        </time>
      ),
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

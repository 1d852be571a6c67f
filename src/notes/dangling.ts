import type { Stretch } from './enclosures.ts'

/**
 * Marks that programs leave where a source was: `[web:43]`, `【12†source】`, `[^7]` and `[Reuters][2]` that nothing
 * defines. The parser has made links of those that lead somewhere: what is still text does not.
 */
const MARK =
  /\[(?:web|chart|image|memory|file|attached_file|code_file|post|page|source|cite|citation|ref):\s?\d{1,4}(?:\s[^[\]\n]{0,40})?\]|【\d{1,4}[†:][^【】\n]{0,60}】|\[\^[^\s\][^]{1,40}\]|\[[^[\]\n]{1,60}\]\[\d{1,3}\]|:contentReference\[[^\]\n]{0,40}\](?:\{[^}\n]{0,40}\})?/g

/** Where such marks stand in a text, in order. */
export function danglingMarks(text: string): Stretch[] {
  return [...text.matchAll(MARK)].map(({ index, 0: mark }) => [index, index + mark.length])
}

const DIGIT = /^\p{Nd}$/u

/**
 * The value of a decimal digit of any script, 0 to 9, by its code point. The digits of a script stand in a row of ten,
 * from 0 on; some rows follow one another, so that it takes the beginning of all to know.
 */
export function digitValue(code: number): number {
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

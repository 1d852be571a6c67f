import { digitValue } from '../calendar/index.ts'

/** Keeps the length where digits beyond the first plane, of two units, become digits of one. */
export const PAD = 0x2060

/** The same text, of the same length, with every digit in one unit. */
export function plainDigits(text: string): string {
  if (!/[\ud800-\udbff]/.test(text)) return text
  return text.replace(/(?:(?![\0-\uffff])\p{Nd})+/gu, (run) => {
    const digits = [...run].map((char) => digitValue(char.codePointAt(0) as number)).join('')
    return digits + String.fromCharCode(PAD).repeat(run.length - digits.length)
  })
}

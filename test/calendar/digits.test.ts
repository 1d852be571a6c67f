import { describe, expect, it } from 'vitest'
import { digitValue } from '../../src/calendar/index.ts'

describe('the value of a digit', () => {
  it.each([
    '0123456789',
    '٠١٢٣٤٥٦٧٨٩',
    '०१२३४५६७८९',
    '０１２３４５６７８９',
    '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
    '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡',
    '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  ])('is its place in the row of its script: %s', (row) => {
    const values = [...row].map((digit) => digitValue(digit.codePointAt(0) as number))
    expect(values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

import type { LanguageTable } from '../language.ts'

const NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?'
const MONTH = `(?<month>${NAMES})`
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?'
const DAY2 = '(?<day2>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?'
const TO = '(?: ?[-–—] ?| to )'
const YEAR = '(?<year>\\d{4})'
const PART = '(?:(?<start>early|start of|beginning of)|(?<mid>mid|middle of)|(?<end>late|end of))(?:-| )'

export const en: LanguageTable = {
  patterns: [
    `${MONTH} ${DAY}${TO}(?:(?<month2>${NAMES}) )?${DAY2}(?:,? ${YEAR})?`,
    `${DAY}${TO}${DAY2} ${MONTH}(?:,? ${YEAR})?`,
    `${DAY} ${MONTH}(?:,? (?<year>\\d{3,4}))?`,
    `${MONTH} ${DAY}(?!\\d)(?:,? ${YEAR})?`,
    `(?:${PART})?${MONTH},? (?:of )?${YEAR}`,
    `(?<quarterFirst>Q)(?<quarter>[1-4]) ${YEAR}`,
    `(?:(?<spring>spring)|(?<summer>summer)|(?<autumn>autumn|fall)|(?<winter>winter)) (?:of )?${YEAR}`,
    '(?<bc>\\d{1,4})(?:–(?<bc2>\\d{1,4}))? (?:BCE?|B\\.C\\.)',
    'AD (?<year>\\d{1,4})',
    `(?:${PART}(?:the )?)?(?<century>\\d{1,2})(?:st|nd|rd|th)[ -]century`,
    `(?:${PART}(?:the )?)?(?<decade>\\d{3}0)s`,
    '(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)',
    `${PART}(?<year>1\\d{3}|20\\d\\d)`,
    `(?<year>1\\d{3}|20\\d\\d)${TO}(?<year2>1\\d{3}|20\\d\\d)`,
    '(?<year>1[0-9]\\d\\d|20\\d\\d)(?![\\d,.]\\d)',
    `(?:(?<=\\b(?:in|since|by|until|from) ))${MONTH}`,
    '(?<lastYear>last year)|(?<thisYear>this year)|(?<nextYear>next year)|(?<lastMonth>last month)',
  ],
  months: new Map(
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, i + 1]),
  ),
}

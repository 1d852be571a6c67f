import type { LanguageTable } from '../language.ts'

const GAP = '[ \\u00A0]?'
const YEAR = `(?<year>\\d{4})${GAP}年`
const MONTH = `(?<month>1[0-2]|0?[1-9])${GAP}月(?!大)`
const DAY = `(?<day>3[01]|[12]\\d|0?[1-9])${GAP}[日号號]`
const TO = `${GAP}(?:[-–—~～至到]|－)${GAP}`
const PART = `(?:(?<start>[初头])|(?<mid>中(?![\\p{Script=Han}])|年中)|(?<end>[底末])|(?<half1>上半年)|(?<half2>下半年)|(?<spring>春[季天]?)|(?<summer>夏[季天]?)|(?<autumn>秋[季天]?)|(?<winter>冬[季天]?))`

export const zh: LanguageTable = {
  patterns: [
    `(?:公元前|西元前|前)${GAP}(?<bc>\\d{1,4})${GAP}年(?:${TO}(?:公元|西元)?前${GAP}(?<bc2>\\d{1,4})${GAP}年)?`,
    `(?:${YEAR}${GAP})?(?<month>1[0-2]|0?[1-9])${GAP}月${GAP}(?<day>3[01]|[12]\\d|0?[1-9])${GAP}[日号號]?${TO}(?:(?<month2>1[0-2]|0?[1-9])${GAP}月${GAP})?(?<day2>3[01]|[12]\\d|0?[1-9])${GAP}[日号號]`,
    `${YEAR}${GAP}(?<month>1[0-2]|0?[1-9])${GAP}月${TO}(?:(?<year2>\\d{4})${GAP}年${GAP})?(?<month2>1[0-2]|0?[1-9])${GAP}月`,
    `(?<year>\\d{4})${GAP}年?${TO}(?<year2>\\d{4})${GAP}年(?!代)`,
    `(?<year>\\d{3,4})${GAP}年${GAP}${MONTH}(?:${GAP}${DAY})?`,
    `${YEAR}${GAP}第?(?<quarter>[一二三四1-4])${GAP}季度?`,
    `${YEAR}${GAP}${PART}`,
    `(?<decade>\\d{3}0)${GAP}年代`,
    `(?<century>\\d{1,2})${GAP}世[纪紀](?:(?<decade2>\\d)0${GAP}年代)?(?<start>初)?(?<end>末)?`,
    `(?:公元|西元)(?<year>\\d{1,4})${GAP}年`,
    `${YEAR}(?![前后後以内內来來级級])`,
    `${MONTH}(?:${GAP}${DAY})?`,
    '(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)',
    '(?<lastYear>去年)|(?<thisYear>今年)|(?<nextYear>明年)|(?<yearBeforeLast>前年)',
    '(?<lastMonth>上(?:个|個)?月)|(?<thisMonth>本月)',
  ],
  months: new Map(),
}

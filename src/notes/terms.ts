import { digitValue } from '../calendar/index.ts'
import { decoded } from './paths.ts'

/** Words and numbers of a text that another text may share: by what makes them comparable, as they stand there. */
export type Terms = ReadonlyMap<string, Term>

export interface Term {
  /** As it stands in the text. */
  words: string
  count: number
  /** What it tells beside a rare word, 1. */
  weight: number
  /** Its place among the terms of the text; a Chinese word is two that follow one another. */
  index: number
}

/** UTF-16 units; more of a section says nothing more of what it is about. */
const LONGEST = 50_000

/** Runs of one script, and numbers with what belongs to them. */
const RUN =
  /\p{Script=Han}+|\p{Script=Katakana}[\p{Script=Katakana}ー]*|\p{Script=Hangul}+|[\p{Script=Latin}\p{Mn}]+|[\p{Script=Cyrillic}\p{Mn}]+|[\p{Script=Arabic}\p{Mn}]+|[\p{Script=Devanagari}\p{M}]+|[\p{Script=Greek}\p{Mn}]+|\p{Nd}+(?:[.,]\p{Nd}+)*\s?%?/gu

/** Words that join others. Of languages whose words are read whole; a word of one counts as idle in all. */
const IDLE = new Set(
  [
    'about above after again against ahead all also although among and another any are around because been before being between both but can could did does doing done down during each even ever every few first for from further get gets given had has have having her here him his how however into its just last less like made make makes many may might more most much must near need new next not now off old one only other our out over own per put said same say says saying she should since some still such take than that the their them then there these they this those through too two under until upon use used using very via was way well were what when where which while who whose why will with within without would year years you your also amid best big top latest news report reports update updates home index page html php post posts blog article articles story stories archive category tag tags content static amp www com org net',
    'alle aber auch auf aus bei beim bis das dass dem den der des die dies diese doch durch ein eine einem einen einer eines für gegen haben hat ihr ihre ist kann mehr mit nach nicht noch nur oder ohne sehr sein seine sich sie sind über und unter vom von vor war warum was wenn wer wie wird zum zur zwischen',
    'ainsi alors après aussi autre autres aux avant avec avoir cette ces comme comment dans des depuis deux dont elle elles entre est été être fait les leur leurs mais même moins non nos notre nous ont par pas plus pour pourquoi qui que quoi sans ses son sont sous sur tous tout toute toutes très une vers vous',
    'algo ante antes aunque bajo cada como con contra cual cuando del desde donde durante ella ellos entre era eran esta este esto estos estas fue fueron hacia han hasta hay las los más menos mientras mucho muy nos para pero por porque que qué quien según ser sido sin sobre son sus también tanto tiene todo todos tras una unos usted',
    'alla anche ancora che chi con così cui dai dal dalla dei del della delle dopo gli hanno nel nella nei non ogni per però più poi quale quando quello questa questo sono sua sul sulla suo tra tutti una uno com como das dos ela ele entre essa esse foi mais mas não nos pela pelo por quando são seu sua também uma',
    'это как для что его она они при или был быть все еще уже только так после чтобы',
    'من في على إلى عن مع هذا هذه التي الذي بين بعد قبل كان وقد ما لا أن إن أو ثم كما عند منذ خلال حول',
    'और के का की में से को है हैं पर यह वह एक लिए ने भी था थी कि जो तक इस उस हो कर गया',
  ].flatMap((words) => words.split(' ')),
)

/** The terms of a text, each once. */
export function termsOf(text: string): Terms {
  const terms = new Map<string, Term>()
  let index = 0
  const add = (key: string, words: string, weight: number) => {
    index += 1
    const known = terms.get(key)
    if (known) known.count += 1
    else terms.set(key, { words, count: 1, weight, index })
  }
  for (const { 0: run } of text.slice(0, LONGEST).matchAll(RUN)) {
    if (/^\p{Nd}/u.test(run)) {
      const number = comparableNumber(run)
      if (number) add(number, run.trim(), 1)
    } else if (/^[\p{Script=Han}\p{Script=Hangul}]/u.test(run)) {
      const characters = [...run]
      for (let i = 0; i + 1 < characters.length; i += 1) {
        const pair = `${characters[i]}${characters[i + 1]}`
        add(pair, pair, 0.5)
      }
      index += 1
    } else {
      const word = comparableWord(run)
      if (word) add(word, run, 1)
    }
  }
  return terms
}

/** Words of the part of an address that its owner chose: its path, and the name of its site. */
export function addressWords(address: string): string {
  const { hostname, pathname } = new URL(address)
  const site = hostname.split('.').slice(-3, -1).join(' ')
  const path = decoded(pathname)
    .split('/')
    // A part with a run of digits and letters is a number in somebody's list.
    .map((part) => part.replace(/[\p{L}\p{N}]*(?:\p{L}\d{3}|\d{3}\p{L})[\p{L}\p{N}]*|\d{3,}/gu, ' '))
    .join(' / ')
  return `${site} ${path}`.slice(0, 500)
}

/** Digits of any script, without the marks that part thousands. Years and small numbers are everywhere. */
function comparableNumber(run: string): string | undefined {
  const plain = run
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) as number)))
    .replace(/\s/g, '')
    .replace(/[,.](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.')
  if (/^(?:1[5-9]|20|21)\d\d$/.test(plain)) return undefined
  return /[%.]/.test(plain) || Number(plain) > 31 ? plain : undefined
}

/** A word without accents and endings; undefined where it says nothing of what the text is about. */
function comparableWord(run: string): string | undefined {
  const lower = run.toLowerCase()
  if (IDLE.has(lower)) return undefined
  const isName = run.length > 1 && run === run.toUpperCase() && run !== lower
  if ([...run].length < (isName ? 2 : 3)) return undefined
  if (!/^\p{Script=Latin}/u.test(run)) return lower.normalize('NFKD').replace(/^ال(?=..)/, '')
  const plain = lower.normalize('NFKD').replace(/\p{Mn}/gu, '')
  return plain.length > 4 ? plain.replace(/(?:ings?|ers?|ed|es|s|e|y)$/, '') : plain
}

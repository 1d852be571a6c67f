import { enclosures, type Stretch } from './enclosures.ts'

/** Words whose full stop never ends a sentence: what they belong to comes after it. */
const BEFORE_NAMES = wordSet(
  'mr mrs ms dr prof st mt ft gen gov sen rep rev hon capt col lt sgt pres dept approx ca cf vs ' +
    'ee sra dra srta ud uds av ej lic hr fr bzw evtl ggf inkl vgl hrsg jh mme mlle mgr dott sig avv ' +
    'г гг г-н г-жа им ул проф акад см ср डॉ प्रो श्री पं د أ م ق ص',
)
/** Those that mean something else before anything but a number: “No. 5”, “in Oct. 3”. */
const BEFORE_NUMBERS = wordSet(
  'no nos nr núm num vol fig figs p pp art cap ch sec op ed eds abs bd s jan feb mar apr jun jul aug sep sept ' +
    'oct nov dec janv févr avr juil déc ene abr ago dic gen mag giu lug ott fev mai out dez т с стр рис гл п ст',
)
/** Those that may as well be the last word: only a word that begins sentences tells. */
const ANYWHERE = wordSet(
  'al est uu тыс inc ltd co corp jr sr etc usw mio mrd janv c v ed esq llc plc bros др пр руб млн млрд',
)

const OPENERS =
  /^(?:A|After|All|Although|An|And|As|At|Before|But|By|Each|Every|For|From|He|Her|Here|His|How|However|I|If|In|Is|It|Its|Many|Most|Neither|No|Not|Now|On|One|Or|Our|She|Since|So|Some|That|The|Their|Then|There|These|They|This|Those|Though|To|Today|Two|We|What|When|Where|While|Who|Why|With|Yet|You|Your)(?![\p{L}\p{N}.])/u

/** Where "3." is the third: a number of a day, a century, a quarter goes on. */
const ORDINAL_LANGUAGES = wordSet('de da fi nb nn no cs sk sl hr hu pl et is')

/** What may end a sentence; a run of them ends one. */
const ENDS = /[.!?…。．｡！？।॥؟۔‼⁇⁈⁉]+/g
/** Closing marks, and numbers of sources in brackets, belong to what they close. */
const CLOSERS = /(?:[”’」』》〉）)\]】»›"'*_]|\[[^[\]\s]{1,12}\])*/uy
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const CASED = /\p{L}/u

/** Who spoke comes after what was said: the sentence goes on behind the closing mark. */
const GOES_ON =
  /^\s*(?:[^，。！？,.!?:：;；\n“「『"]{0,12}(?:说|說|[问問答喊笑]道|表示|指出|写道|寫道|称(?!为)|稱(?!為)|认为|認為|强调|強調)|と|って|という|などと|라고|이라고|라며|이라며|고 |며 |는 |(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|writes|told|replied|explained|warned|argued)(?!\p{L}))/u

/**
 * Cuts prose into sentences. Never inside one of `whole` (mentions, links), a quotation or brackets, and not after
 * an abbreviation, an initial or a number that counts; closing marks stay with their sentence. Each stretch is
 * trimmed; together they hold every word. `language`: BCP 47.
 */
export function sentences(text: string, language: string, whole: readonly Stretch[]): Stretch[] {
  const held = merge([...whole, ...enclosures(text)])
  const stretches: Stretch[] = []
  let start = 0
  let h = 0
  for (const { index, 0: mark } of text.matchAll(ENDS)) {
    const end = index + mark.length
    while (h < held.length && (held[h]?.[1] ?? 0) <= index) h += 1
    const [from, to] = held[h] ?? [text.length, text.length]
    const closed = behindClosers(text, end)
    // German closes with what others open with, French after a space.
    const cut = from < index && to > closed && /^\s?[“«»]$/.test(text.slice(closed, to)) ? to : closed
    const inside = (from < cut && to > cut) || (held[h + 1]?.[0] ?? cut) < cut
    if (inside || cut <= start || !endsSentence(text, { start, index, end, cut }, language)) continue
    add(cut)
  }
  add(text.length)
  return stretches

  function add(cut: number): void {
    const stretch = trim(text, start, cut)
    if (stretch[1] > stretch[0]) stretches.push(stretch)
    start = cut
  }
}

function behindClosers(text: string, end: number): number {
  CLOSERS.lastIndex = end
  const cut = end + (CLOSERS.exec(text)?.[0].length ?? 0)
  // A quotation mark before a letter opens what comes next: `end. "Next`.
  return cut > end &&
    /["'*_]/.test(text[cut - 1] as string) &&
    /[\p{L}\p{N}]/u.test(text[cut] ?? '') &&
    !UNSPACED.test(text[cut] ?? '')
    ? end
    : cut
}

interface End {
  /** Where the sentence begins. */
  start: number
  /** The stretch of the marks that may end it. */
  index: number
  end: number
  /** Behind what closes with it. */
  cut: number
}

function endsSentence(text: string, { start, index, end, cut }: End, language: string): boolean {
  const rest = text.slice(cut, cut + 80)
  const before = text[index - 1] ?? ''
  const mark = text[end - 1] as string
  const next = rest.trimStart()
  if (next === '') return true
  if (cut > end && GOES_ON.test(rest)) return false
  if ('。｡।॥۔؟'.includes(mark)) return true
  const spaced = /^\s/.test(rest)
  if ('！？‼⁇⁈⁉'.includes(mark)) return !startsSmall(next)
  // A dot between the parts of a foreign name, and the full stop of some Japanese.
  if (mark === '．') return spaced || language.startsWith('ja')
  if (mark === '…' && UNSPACED.test(before) && !spaced) return false
  if (!spaced) return UNSPACED.test(before) && UNSPACED.test(next) && mark !== '…'
  if (startsSmall(next)) return false
  if (mark !== '.' || cut > end || end - index > 1) return true
  return !goesOnAfterDot(text.slice(Math.max(start, index - 30), index), next, {
    atStart: /^\s*\p{N}{1,3}$/u.test(text.slice(start, Math.min(index, start + 8))) && index - start < 8,
    language,
  })
}

/** Whether the word before a full stop needs it for itself. */
function goesOnAfterDot(
  before: string,
  next: string,
  { atStart, language }: { atStart: boolean; language: string },
): boolean {
  if (atStart) return true
  const number = /(?<![\p{L}\p{N}.,])\p{N}{1,2}$/u.test(before)
  if (number && ORDINAL_LANGUAGES.has(language.split('-', 1)[0] as string)) return true
  // "в 1990 г. Потом": the year ends as a word does, but not before initials.
  if (/[\p{N}IVX]\s?(?:гг?|вв?)$/u.test(before)) return /^\p{L}\./u.test(next)
  const word = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+$/u.exec(before)?.[0].toLowerCase()
  if (!word) return false
  const opens = OPENERS.test(next)
  const dotted = /(?<![\p{L}\p{M}])(?:[\p{L}\p{M}]{1,3}\.\s?)+[\p{L}\p{M}]{1,3}$/u.test(before)
  if (/(?<!\p{L})(?:e\.\s?g|i\.\s?e)$/iu.test(before)) return true
  if (dotted || ANYWHERE.has(word)) return !opens
  if (BEFORE_NAMES.has(word)) return true
  if (BEFORE_NUMBERS.has(word)) return /^(?:\p{N}|[IVXLC]+(?!\p{L}))/u.test(next)
  // An initial, but not the letter of a series or a vitamin.
  return !opens && /^\p{L}\p{M}*$/u.test(word) && CASED.test(word) && !UNSPACED.test(word)
}

/** A small letter goes on; the name of an iPhone does not begin with one. */
function startsSmall(next: string): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(next)
}

function merge(stretches: Stretch[]): Stretch[] {
  const merged: [number, number][] = []
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

function trim(text: string, start: number, end: number): Stretch {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] as string)) from += 1
  while (to > from && /\s/.test(text[to - 1] as string)) to -= 1
  return [from, to]
}

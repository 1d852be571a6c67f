/**
 * Words beside a date that leave one end of a range open, in the languages that the date finder has words of. `since`
 * and `until` hold the period itself, `after` and `before` do not.
 */
const WORDS = {
  since:
    'since|from|from … on|starting|seit|ab|von|desde|a partir de|depuis|dès|à partir de|dal|da|a partire da|с|начиная с|' +
    '起|以来|以來|至今|自…起|自…以来|自…以來|从…起|從…起|から|以降|以来|부터|이후|منذ|من|से|के बाद से',
  until:
    'until|till|up to|to|through|bis|hasta|até|jusqu’en|jusqu’à|jusqu’au|fino a|fino al|до|по|' +
    '至|到|为止|為止|到…为止|到…為止|まで|까지|حتى|إلى|तक',
  after: 'after|nach|después de|depois de|après|dopo|dopo il|после|之后|之後|以后|以後|の後|より後|بعد|के बाद',
  before: 'before|vor|antes de|avant|prima di|prima del|перед|之前|以前|より前|이전|قبل|से पहले',
} as const

export type OpenWord = keyof typeof WORDS

const MEANINGS = new Map(
  (Object.keys(WORDS) as OpenWord[]).flatMap((meaning) =>
    WORDS[meaning].split('|').map((word) => [word, meaning] as const),
  ),
)

/** What the words before and after a date, without it, say of its ends. */
export function openWord(before: string, after: string): OpenWord | undefined {
  const said = [before, after].map((side) => side.trim().toLowerCase().replaceAll("'", '’'))
  const key = said[0] && said[1] ? said.join('…') : said.join('')
  return MEANINGS.get(key) ?? MEANINGS.get(said.join(' … '))
}

import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfm } from 'micromark-extension-gfm'

/**
 * The Markdown tree of a note (CommonMark and GFM; emphasis also where Chinese, Japanese or Korean stands beside its
 * signs without a space). Its offsets are those of the raw file: what stands before
 * `bodyStart` (byte order mark, front matter) is blanked, not cut.
 */
export function parseMarkdown(raw: string, bodyStart: number): Root {
  const blank = raw.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
  const text = blank + raw.slice(bodyStart)
  const idle = RARE.flatMap(({ name, sign }) => (sign.test(text) ? [] : name))
  // The later one is tried first: `_` may begin an address.
  const extensions = [...(WITHOUT_SPACES.test(text) ? [BESIDE] : []), without(idle)]
  return fromMarkdown(text, { extensions, mdastExtensions: [FROM_GFM] })
}

/** By CommonMark, `是**“开源”**的` shows its asterisks: between a word and a quotation mark it wants a space. */
const BESIDE = cjkFriendlyExtension()
const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uff00-\uffef]/u

/**
 * What the parser tries at each word, and at each line to its end, although few notes have any: with it, to parse takes
 * half as long again. `sign`: no text has it without.
 */
const RARE = [
  { name: 'emailAutolink', sign: /@/ },
  // The row below the head: dashes beside a bar or a colon.
  { name: 'table', sign: /[|:][ \t]*-|-[ \t]*[|:]/ },
]
const GFM = gfm()
const FROM_GFM = gfmFromMarkdown()
const made = new Map<string, typeof GFM>()

/** GFM without some of its constructs. */
function without(names: readonly string[]): typeof GFM {
  const key = names.join()
  const known = made.get(key) ?? { ...GFM, text: rest(GFM.text, names), flow: rest(GFM.flow, names) }
  made.set(key, known)
  return known
}

function rest(constructs: (typeof GFM)['text'] = {}, names: readonly string[]): typeof constructs {
  const left = Object.entries(constructs).map(([code, some]) => {
    return [code, [some ?? []].flat().filter(({ name = '' }) => !names.includes(name))] as const
  })
  return Object.fromEntries(left.filter(([, some]) => some.length > 0))
}

import type {
  Link,
  LinkReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast'
import { plainText } from './plain-text.ts'
import { linksIn, walk } from './walk.ts'

/** What notes call their list of sources, in the languages of the house and some more. */
const NAMES = new RegExp(
  `^(?:${[
    '(?:key |primary |main |selected |further |additional |all |other |external )?(?:references?|sources?|citations?|bibliography|links|reading|resources)',
    'works? cited|further reading|see also|data sources|source list|credits',
    '(?:主要|相关|相關)?(?:参考|參考)(?:资料|資料|文献|文獻|来源|來源|链接|連結|阅读|閱讀|资源|資源|网站|網站|网址|網址|书目|書目)?',
    '引用(?:来源|來源|文献|文獻|资料|資料)?|(?:资料|資料|信息|资讯|資訊|消息|数据|數據)?(?:来源|來源|出处|出處)',
    '(?:延伸|扩展|擴展|相关|相關)(?:阅读|閱讀|链接|連結)|注释|註釋',
    '出典|参照|引用元|情報源|(?:参考|関連)(?:リンク|サイト|記事|情報)?|ソース|脚注',
    '참고\\s?(?:문헌|자료|링크)?|출처|인용|관련\\s?링크',
    'referencias(?: clave| principales| bibliográficas)?|fuentes(?: consultadas| principales| clave)?|bibliografía|enlaces|citas(?: clave)?',
    'références(?: clés| principales| bibliographiques)?|sources principales|bibliographie|liens(?: externes)?|pour aller plus loin|citations clés',
    'referenzen|quellen(?:angaben?|verzeichnis|nachweise?|liste)?|literatur(?:verzeichnis|hinweise)?|(?:einzel)?nachweise|weblinks|wichtige (?:quellen|zitate|referenzen)',
    'referências(?: bibliográficas)?|fontes|ligações externas|fonti|riferimenti|bibliografia|collegamenti esterni',
    '(?:ال)?مراجع(?: الرئيسية)?|(?:ال)?مصادر(?: الرئيسية)?|المراجع والمصادر|(?:ال)?استشهادات(?: الرئيسية)?|روابط',
    '(?:मुख्य )?संदर्भ(?: सूची)?|सन्दर्भ|(?:मुख्य )?स्रोत|ग्रंथ सूची|(?:मुख्य )?उद्धरण',
    'источники|ссылки|литература|примечания|список литературы|джерела|bronnen|referenties|källor|referenser|kilder|lähteet|źródła|przypisy|zdroje|kaynaklar|kaynakça|nguồn|tài liệu tham khảo|referensi|sumber|daftar pustaka|מקורות|πηγές|منابع',
  ].join('|')})$`,
  'iu',
)

/** A heading longer than this names no list. UTF-16 units. */
const LONGEST = 100

/** Blocks that list the note's sources, in order; and lists that stand where those do, and name none. */
export function findLists(
  root: Root,
  leadsOut: (link: Link | LinkReference) => boolean,
): { lists: Set<Nodes>; others: List[] } {
  const lists = new Set<Nodes>()
  const others: List[] = []
  let under = 0
  let leadIn = false
  for (const block of root.children) {
    if (block.type === 'heading') {
      const named = namesList(plainText(block))
      if (named && (!under || block.depth <= under)) under = block.depth
      else if (under && block.depth <= under) under = 0
      leadIn = false
    } else if (under || leadIn) {
      if (block.type !== 'list') {
        if (linksIn(block).some(leadsOut)) lists.add(block)
        continue
      }
      if (block.children.some(isSource)) lists.add(block)
      else if (linksIn(block).length === 0) others.push(block)
      leadIn = false
    } else if (block.type === 'paragraph') {
      leadIn = namesList(plainText(block))
      if (!leadIn && beginsWithName(block) && linksIn(block).some(leadsOut)) lists.add(block)
    }
  }
  if (lists.size === 0) for (const block of trailingLinks(root.children, leadsOut)) lists.add(block)
  return { lists, others }

  /** An item with an address; one without, if it leads to no other note and looks like a title, or is dated. */
  function isSource(item: ListItem): boolean {
    const links = linksIn(item)
    return links.length > 0 ? links.some(leadsOut) : NAMES_A_WORK.test(plainText(item)) || isStressed(item)
  }
}

/** What a reference has that a thing has not: a year, a title in quotation marks, a number of a book or paper. */
const NAMES_A_WORK =
  /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})|["“”„«»「」『』《》〈〉]|\b(?:doi|isbn|issn|arxiv|pp?\.|vol\.|ed\.)|[年卷期页頁]/iu

function isStressed(item: ListItem): boolean {
  let found = false
  walk(item, ({ type }) => {
    found ||= type === 'emphasis'
  })
  return found
}

/** “3. References & Further Reading (参考资料):” names a list; “Sources of income” does not. */
function namesList(title: string): boolean {
  const text = title.trim()
  if (text.length > LONGEST) return false
  const parts = text
    .split(/[()（）[\]【】/|]|\s(?:&|and|y|e|et|und|と|و|और|и)\s|&|和|与|與|及/u)
    .map((part) => part.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, ''))
    .filter((part) => part !== '')
  return parts.some((part) => NAMES.test(part)) && (parts.length < 2 || !IN_PROSE.test(text))
}

/** What a heading says of the text below it, not of a list. */
const IN_PROSE = /[.?!。？！]\s*$/u

/** A paragraph whose first line is a name with a colon, the links in the lines after it. */
function beginsWithName(block: Paragraph): boolean {
  const [line = ''] = plainText(block).split('\n', 1)
  return /[:：]\s*$/.test(line) && namesList(line)
}

/** The last blocks of a note that are nothing but links to other sites, two at least. */
function trailingLinks(
  blocks: readonly RootContent[],
  leadsOut: (link: Link | LinkReference) => boolean,
): Nodes[] {
  const run: Nodes[] = []
  let links = 0
  for (const block of [...blocks].reverse()) {
    if (block.type === 'definition' || block.type === 'footnoteDefinition') continue
    // A rule or a heading may stand above the list, or below it.
    if (block.type === 'thematicBreak' && run.length === 0) continue
    if (block.type !== 'list' && block.type !== 'paragraph') break
    if (!isSourceLine(block, leadsOut) && !isNumbered(block)) break
    run.push(block)
    links += linksIn(block).length
  }
  return links >= 2 ? run.reverse() : []
}

/** Whether a block is nothing but links to other sites, perhaps with a word that says so: `来源: [Post](…)`. */
export function isSourceLine(block: Nodes, leadsOut: (link: Link | LinkReference) => boolean): boolean {
  const links = linksIn(block)
  const rest = plainText(block, ['link', 'linkReference'])
  return links.length > 0 && links.every(leadsOut) && (!/[\p{L}\p{N}]/u.test(rest) || namesList(rest))
}

/**
 * In a list, the items of a list below an item that are nothing but sources belong to what is said beside and above
 * them: by the paragraph that says it.
 */
export function sourcesBelow(
  root: Root,
  leadsOut: (link: Link | LinkReference) => boolean,
): ReadonlyMap<Nodes, Nodes[]> {
  const below = new Map<Nodes, Nodes[]>()
  walk(root, (node) => {
    if (node.type !== 'listItem') return
    for (const list of node.children) {
      if (list.type !== 'list') continue
      const isSource = new Set(list.children.filter((item) => isSourceLine(item, leadsOut)))
      const said = [node, ...list.children.filter((item) => !isSource.has(item))]
      for (const { children } of isSource.size > 0 ? said : []) {
        const [paragraph] = children
        if (paragraph?.type === 'paragraph')
          below.set(paragraph, [...(below.get(paragraph) ?? []), ...isSource])
      }
    }
  })
  return below
}

/** Each source of a paragraph that lists them gets a line of its own, also where the note has no two spaces there. */
export function partLines(block: Paragraph): void {
  const isLink = (node: PhrasingContent | undefined) =>
    node?.type === 'link' || node?.type === 'linkReference'
  block.children = block.children.flatMap((node, i, all): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const at = node.position ? { position: node.position } : {}
    if (/^[^\S\n]*\n\s*$/.test(node.value) && (i === 1 || isLink(all[i - 1])) && isLink(all[i + 1])) {
      return [{ type: 'break', ...at }]
    }
    const [gap] = (isLink(all[i - 1]) && /^[^\n]{0,20}\n[^\S\n]*(?=[^\s])/.exec(node.value)) || []
    return gap ? cutAt(node, gap.length) : [node]
  })
}

/** A text in two lines; where it is written with escapes, its places in the file cannot be told, and it stays whole. */
function cutAt(node: Text, length: number): PhrasingContent[] {
  const { value, position } = node
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (!position || start === undefined || end === undefined || end - start !== value.length) return [node]
  const middle = { line: position.start.line + 1, column: 1, offset: start + length }
  const head = value.slice(0, length).trimEnd()
  return [
    ...(head ? [{ ...node, value: head, position: { start: position.start, end: middle } }] : []),
    { type: 'break', position: { start: middle, end: middle } },
    { type: 'text', value: value.slice(length), position: { start: middle, end: position.end } },
  ]
}

/** The lines of a paragraph that has been parted, each with its nodes. */
export function linesOf(block: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of block.children) {
    if (node.type === 'break') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** The number that a line or an item is marked with: `[3] …`. */
const OWN_NUMBER = /^\s*\[(\d{1,3})\][\s:.]*/

export function ownNumber(text: string): { number: number | undefined; rest: string } {
  const [mark = '', number] = OWN_NUMBER.exec(text) ?? []
  return { number: number === undefined ? undefined : Number(number), rest: text.slice(mark.length) }
}

/** A paragraph of lines that begin with a number in brackets, each with a link. */
function isNumbered(block: Nodes): boolean {
  const lines = plainText(block).split('\n')
  return lines.every((line) => OWN_NUMBER.test(line)) && linksIn(block).length >= lines.length
}

/** Labels of `[1]: https://…` that the text uses, and those that it uses for images alone. */
export function labelsIn(root: Root): { used: Set<string>; ofImages: Set<string> } {
  const images = new Set<string>()
  const links = new Set<string>()
  walk(root, (node) => {
    if (node.type === 'imageReference') images.add(node.identifier)
    else if (node.type === 'linkReference') links.add(node.identifier)
  })
  return {
    used: new Set([...images, ...links]),
    ofImages: new Set([...images].filter((label) => !links.has(label))),
  }
}

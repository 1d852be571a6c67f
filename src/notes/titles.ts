import { safeAddress } from './addresses.ts'
import { readable } from './paths.ts'
import { trimMarks } from './plain-text.ts'

/** Words that stand on a link and name nothing. */
const IDLE = new Set(
  [
    'watch|watch on youtube|youtube|video|link|links|source|sources|src|here|click here|read|read more|more|via|web',
    'website|official website|original|original article|article|page|url|pdf|arxiv|doi|github|blog|twitter|tweet',
    '查看原文|阅读原文|原文|原文链接|链接|来源|资料来源|详情|查看详情|点击查看|更多|官网|網站|网站|連結|來源|查看|全文|阅读全文|視頻|视频',
    'リンク|元記事|出典|ソース|こちら|続きを読む|詳細|링크|출처|원문|여기|자세히',
    'fuente|enlace|aquí|leer más|ver más|ver|vídeo|video|source|lien|ici|lire la suite|lire|en savoir plus|vidéo',
    'quelle|hier|mehr|mehr lesen|zum artikel|artikel|fonte|qui|leggi|leia mais|aqui|ссылка|источник|здесь|подробнее',
    'المصدر|رابط|هنا|اقرأ المزيد|स्रोत|लिंक|यहाँ|यहां|और पढ़ें',
  ].flatMap((names) => names.split('|')),
)

/** UTF-16 units: a page can be named in fewer. */
const LONGEST = 120

/** Whether the words of a link name what it leads to: no “Watch”, no 查看原文, no bare host, no moment in a film. */
export function isTelling(title: string): boolean {
  const plain = trimMarks(title.toLowerCase(), '[]()（）【】<>«»“”"\'→›»…·.:：,，-–—|*↗🔗📎')
  if (!/\p{L}{2}|\p{L}\P{L}+\p{L}|\p{Script=Han}/u.test(plain)) return false
  if (IDLE.has(plain) || safeAddress(plain)) return false
  return !/^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/\S*)?$/u.test(plain)
}

/** An address as its own title: the site and what stands after it, decoded, its beginning where it is long. */
export function addressAsTitle(url: string): string {
  const { protocol, hostname, pathname, search } = new URL(url)
  const path = protocol === 'mailto:' ? pathname : pathname.replace(/\/$/, '')
  // A film or an article may be told from others by its number alone.
  const number = /[?&](v|id|p)=[\w-]+/.exec(search)?.[0].replace('&', '?') ?? ''
  const title = hostname.replace(/^www\./, '') + readable(path + number)
  return title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title
}

/** The better of two titles for one thing: one that names it, else the more complete. */
export function betterTitle(one: string, other: string): string {
  const [a, b] = [isTelling(one), isTelling(other)]
  if (a !== b) return a ? one : other
  return [...other].length > [...one].length ? other : one
}

import type { Heading, Root } from 'mdast'
import {
  gatherReferences,
  type Metadata,
  oneLine,
  type Problem,
  parseMarkdown,
  plainText,
  type Reference,
  readFrontMatter,
  readMetadata,
  type Section,
  type Statement,
  shortHash,
} from '../notes/index.ts'
import { NoteReader, type RawMention } from './note-reader.ts'

/** All that one file says, before it is known beside which other notes it stands. */
export interface CompiledNote {
  /** Relative to the folder of notes, with `/`. */
  file: string
  raw: string
  metadata: Metadata
  title: string
  /** The marked tree, ready to be rendered. */
  tree: Root
  sections: Section[]
  statements: Statement[]
  references: Reference[]
  mentions: RawMention[]
  /** Estimated reading time. */
  minutes: number
  revision: string
  problems: Problem[]
}

/** Reads one note: its front matter, its dates, its statements, its sources. Pure. */
export function compileNote(file: string, raw: string): CompiledNote {
  const head = readFrontMatter(raw)
  const tree = parseMarkdown(raw, head.bodyStart)
  const body = raw.slice(head.bodyStart)
  const metadata = readMetadata(file, head, body)
  const title = takeTitle(tree, metadata)
  const { references, lists, citedIn } = gatherReferences(tree)
  const { sections, statements, mentions } = new NoteReader(raw, metadata, title, citedIn).read(tree, lists)
  return {
    file,
    raw,
    metadata,
    title,
    tree,
    sections,
    statements,
    references,
    mentions,
    minutes: readingMinutes(body),
    revision: shortHash(raw),
    problems: [...head.problems, ...metadata.problems],
  }
}

/** The tag of a heading that only repeats the page's own title; rendering leaves it out. */
export const HIDDEN_TITLE = 'hidden-title'

/** Front matter, else the first heading, else the file name. A heading that has others beside it stays a section. */
function takeTitle(tree: Root, metadata: Metadata): string {
  const at = tree.children.findIndex((node) => node.type === 'heading')
  const first = tree.children[at] as Heading | undefined
  const text = first && oneLine(plainText(first)).trim()
  const title = metadata.title ?? (text || metadata.slug)
  const alone = !tree.children.some(
    (node, i) => i > at && node.type === 'heading' && node.depth <= (first?.depth ?? 0),
  )
  if (at === 0 && first && alone && text === title) first.data = { ...first.data, hName: HIDDEN_TITLE }
  return title
}

/** 400 characters of Chinese and Japanese, or 230 words of other scripts, a minute. */
function readingMinutes(text: string): number {
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(
    /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Hangul}]+/gu,
  )
  return Math.max(1, Math.round(characters / 400 + (words?.length ?? 0) / 230))
}

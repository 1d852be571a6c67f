import type { Heading, Root } from 'mdast'
import {
  type Body,
  type FrontMatter,
  findExcess,
  findKnot,
  type GatheredReferences,
  gatherReferences,
  locate,
  type Match,
  type Metadata,
  matchSources,
  type Note,
  oneLine,
  type PassageShape,
  type Place,
  type PlacedProblem,
  type Problem,
  parseMarkdown,
  passagesOf,
  placeProblems,
  plainText,
  type Reference,
  readBareHtml,
  readFrontMatter,
  readMetadata,
  restoreDays,
  type Section,
  type Statement,
  shortHash,
  tame,
  tameTree,
} from '../notes/index.ts'
import { NoteReader, type RawMention } from './note-reader.ts'
import { HIDDEN_TITLE, type WrittenLink } from './rehype-for-reading.ts'
import { renderBody } from './render.ts'

/** All that one file says, before it is known beside which other notes it stands. Plain data. */
export interface CompiledNote {
  /** Relative to the folder of notes, with `/`. */
  file: string
  metadata: Metadata
  title: string
  /** Its links and images have only the number of their address, see {@link placeLinks}. */
  body: Body[]
  links: (WrittenLink & Place)[]
  sections: Section[]
  statements: Statement[]
  undated: Note['undated']
  references: Reference[]
  /** What its own text tells of its sources; translations may tell more. */
  sourcing: { cited: number[]; passages: PassageShape[]; matches: Match[] }
  mentions: RawMention[]
  /** Estimated reading time. */
  minutes: number
  revision: string
  problems: PlacedProblem[]
}

/**
 * Reads one note: its front matter, its dates, its statements, its sources. What would take too long as Markdown
 * becomes plain text, and a problem says so. Pure.
 */
export function compileNote(file: string, raw: string): CompiledNote {
  const head = readFrontMatter(raw)
  const knot = findKnot(raw, head.bodyStart)
  if (knot) return plainNote(file, raw, head, knot)
  const tree = parseMarkdown(raw, head.bodyStart)
  readBareHtml(tree)
  const body = raw.slice(head.bodyStart)
  const metadata = readMetadata(file, head, body)
  restoreDays(tree, raw, metadata.language)
  const tamed = tameTree(tree)
  const excess = findExcess(tree)
  if (excess) return plainNote(file, raw, head, excess)
  const title = takeTitle(tree, metadata)
  const gathered = gatherReferences(tree)
  const { references, lists, citedIn } = gathered
  const { sections, statements, mentions, undated, problems } = new NoteReader(
    raw,
    metadata,
    title,
    citedIn,
  ).read(tree, lists)
  const marked = findExcess(tree)
  if (marked) return plainNote(file, raw, head, marked)
  const rendered = renderBody(tree, metadata.language)
  const places = locate(
    raw,
    rendered.links.map(({ offset }) => offset),
  )
  return {
    file,
    metadata,
    title,
    body: rendered.body,
    links: rendered.links.map((link, i) => ({ ...link, ...(places[i] as Place) })),
    sections,
    statements,
    undated,
    references,
    sourcing: readSourcing(`${title}\n${metadata.slug}`, gathered, passagesOf(tree, sections, gathered)),
    mentions,
    minutes: readingMinutes(body),
    revision: shortHash(raw),
    problems: placeProblems(file, raw, [
      ...head.problems,
      ...metadata.problems,
      ...tamed,
      ...gathered.problems,
      ...problems,
    ]),
  }
}

/** `name`: what the note calls itself, here and there. */
function readSourcing(
  name: string,
  { references, cited }: GatheredReferences,
  passages: ReturnType<typeof passagesOf>,
): CompiledNote['sourcing'] {
  return {
    cited: [...cited],
    passages: passages.map(({ section, level, units }) => {
      return {
        ...(section ? { section } : {}),
        level,
        statements: units.flatMap(({ statements }) => statements),
      }
    }),
    matches: matchSources(name, references, cited, passages),
  }
}

/** A note whose text is shown as it was written, and why. */
export function plainNote(
  file: string,
  raw: string,
  head: FrontMatter,
  why: Pick<Problem, 'offset' | 'message'>,
): CompiledNote {
  const body = raw.slice(head.bodyStart)
  const metadata = readMetadata(file, head, body)
  const hint = 'It is shown as plain text, without dates and links; make it simpler, or several notes of it.'
  const problem: Problem = { ...why, severity: 'error', hint }
  return {
    file,
    metadata,
    title: metadata.title ?? metadata.slug,
    body: [['section', { className: 'plain' }, ...piecesOf(tame(body))]],
    links: [],
    sections: [],
    statements: [],
    undated: [],
    references: [],
    sourcing: { cited: [], passages: [], matches: [] },
    mentions: [],
    minutes: readingMinutes(body),
    revision: shortHash(raw),
    problems: placeProblems(file, raw, [...head.problems, ...metadata.problems, problem]),
  }
}

/** A text as it was written, in pieces that a browser sets one by one as they come into sight. */
function piecesOf(text: string): Body[] {
  const pieces: Body[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + LONGEST_PIECE
    const lineEnd = end < text.length ? text.lastIndexOf('\n', end) : text.length
    const cut = lineEnd > at ? lineEnd : end
    pieces.push(['p', { dir: 'auto' }, text.slice(at, cut)])
    // The end of the piece is the end of its line.
    at = text[cut] === '\n' ? cut + 1 : cut
  }
  return pieces
}

/** UTF-16 units. */
const LONGEST_PIECE = 2000
/** UTF-16 units. */
const LONGEST_TITLE = 300

/** Front matter, else the first heading, else the file name. A heading that has others beside it stays a section. */
function takeTitle(tree: Root, metadata: Metadata): string {
  const at = tree.children.findIndex((node) => node.type === 'heading')
  const first = tree.children[at] as Heading | undefined
  const text = first && oneLine(plainText(first)).trim().slice(0, LONGEST_TITLE)
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

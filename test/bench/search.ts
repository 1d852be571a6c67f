import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import MiniSearch from 'minisearch'
import * as pagefind from 'pagefind'
import { readVariants } from '../../src/compiler/variants.ts'
import type { SearchText } from '../../src/notes/index.ts'
import { fold, IndexBuilder, search } from '../../src/search/index.ts'
import { terms } from '../../src/search/terms.ts'
import { findBrowser } from '../find-browser.ts'
import { chance, generateTexts } from './library.ts'

/** What somebody types, in which language, and how many notes of that language hold it. */
interface Question {
  query: string
  language: 'zh-Hans' | 'en'
  holding: number
}

interface Answers {
  name: string
  /** Seconds; of the whole index in bytes, compressed. */
  built: number
  size: number
  /** Of a first query with ten results shown: bytes, compressed, the median. */
  first: number
  /** Milliseconds of a query when all it needs is at hand: the median, and what one in twenty takes. */
  median: number
  slow: number
  /** Questions of which as many notes were found as hold them. */
  right: Record<string, [right: number, of: number]>
}

const KINDS = ['two characters', 'four characters', 'a word', 'a phrase', 'what is nowhere'] as const
type Kind = (typeof KINDS)[number]

/** Searches libraries of generated notes beside MiniSearch, given our pairs of characters, and Pagefind. */
export async function benchSearch(counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    const texts = generateTexts(count)
    // A plain search through all of a large library takes its time.
    const questions = ask(texts, count > 1000 ? 5 : 20)
    console.log(`search in ${count} notes of 7 KB: ${KINDS.join(', ')} counted right`)
    for (const peer of [ours, ofPagefind, miniSearch]) tell(await peer(texts, questions))
  }
}

function tell({ name, built, size, first, median, slow, right }: Answers): void {
  const counted = KINDS.map((kind) => right[kind]?.join('/')).join(', ')
  console.log(
    `  ${name}: built ${built.toFixed(1)} s, ${kb(size)} in all; first query ${kb(first)}, ` +
      `then ${median.toFixed(1)} ms (slow ones ${slow.toFixed(1)}); right ${counted}`,
  )
}

async function ours(texts: readonly SearchText[], questions: Questions): Promise<Answers> {
  const began = performance.now()
  const builder = new IndexBuilder(readVariants())
  for (const text of texts) builder.add(text)
  const { index, pages, words } = builder.finish()
  const built = seconds(began)
  let moved = 0
  const seen = new Set<unknown>()
  const move = <T>(file: T): T => {
    if (!seen.has(file)) moved += packed(JSON.stringify(file))
    seen.add(file)
    return file
  }
  const source = {
    page: async (number: number) => move(pages[number] as (typeof pages)[number]),
    text: async (number: number) => move(texts[number] as SearchText),
    words: async (initial: string) => ({ version: 0, words: (words.get(initial) ?? []).join(' ') }),
  }
  const run = ({ query, language }: Question, wanted: number) =>
    search(index, source, { query, filter: { language }, language, wanted })
  const [firsts, times]: [number[], number[]] = [[], []]
  for (const question of Object.values(questions).flat()) {
    moved = packed(JSON.stringify(index))
    seen.clear()
    await run(question, 10)
    firsts.push(moved)
    const start = performance.now()
    await run(question, 10)
    times.push(performance.now() - start)
  }
  const right = await count(questions, async (question) => {
    const { found, near } = await run(question, texts.length)
    return near ? 0 : found.length
  })
  const size = pages.reduce((sum, page) => sum + packed(JSON.stringify(page)), 0)
  return { name: 'Dateline', built, size, first: at(firsts, 0.5), ...latency(times), right }
}

function miniSearch(texts: readonly SearchText[], questions: Questions): Answers {
  const began = performance.now()
  const variants = readVariants()
  const tokenize = (text: string) => {
    const found: string[] = []
    terms(fold(text, variants), (term) => found.push(term))
    return found
  }
  const index = new MiniSearch({
    fields: ['title', 'text'],
    idField: 'id',
    tokenize,
    processTerm: (term) => term,
  })
  index.addAll(texts.map((text, id) => ({ id, title: text.title, text: wholeText(text) })))
  const built = seconds(began)
  const size = packed(JSON.stringify(index))
  const run = ({ query, language }: Question) => {
    const sought = tokenize(query)
    // The last character of a run begins a pair; it is looked for only where it is all there is.
    const pairs = sought.filter((term) => term.length > 1)
    const filter = ({ id }: { id: number }) => texts[id]?.note?.language === language
    const options = {
      combineWith: 'AND',
      tokenize: () => (pairs.length > 0 ? pairs : sought),
      filter,
    } as const
    return index.search(query, options as never).length
  }
  const times: number[] = []
  for (const question of Object.values(questions).flat()) {
    const start = performance.now()
    run(question)
    times.push(performance.now() - start)
  }
  const right: Answers['right'] = {}
  for (const kind of KINDS) {
    const asked = questions[kind]
    right[kind] = [asked.filter((one) => run(one) === one.holding).length, asked.length]
  }
  return { name: 'MiniSearch', built, size, first: size, ...latency(times), right }
}

async function ofPagefind(texts: readonly SearchText[], questions: Questions): Promise<Answers> {
  const began = performance.now()
  const { index } = await pagefind.createIndex()
  for (const [i, text] of texts.entries()) {
    const language = text.note?.language === 'en' ? 'en' : 'zh'
    await index?.addCustomRecord({
      url: `/${i}`,
      content: wholeText(text),
      language,
      meta: { title: text.title },
    })
  }
  const { files = [] } = (await index?.getFiles()) ?? {}
  const built = seconds(began)
  await pagefind.close()
  const served = new Map(files.map(({ path, content }) => [`/pagefind/${path}`, Buffer.from(content)]))
  const size = [...served].reduce((sum, [path, content]) => sum + onTheWire(path, content), 0)
  let moved = 0
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname
    const content = served.get(path)
    if (content) moved += onTheWire(path, content)
    response.setHeader(
      'content-type',
      path.endsWith('.js') ? 'text/javascript' : content ? 'application/octet-stream' : 'text/html',
    )
    response.end(content ?? `<html lang="${path.slice(1)}"></html>`)
  }).listen(0)
  const executablePath = findBrowser()
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args })
  try {
    const site = `http://localhost:${(server.address() as AddressInfo).port}`
    const pages: Record<string, Page> = {}
    const open = async (language: string) => {
      const page = await (await browser.newContext()).newPage()
      await page.goto(`${site}/${language === 'en' ? 'en' : 'zh'}`)
      return page
    }
    const run = (page: Page, { query }: Question, shown: number) =>
      page.evaluate(
        async ([text, most]) => {
          const peer = await import(/* @vite-ignore */ '/pagefind/pagefind.js' as string)
          const start = performance.now()
          const { results } = await peer.search(text)
          const took = performance.now() - start
          for (const result of results.slice(0, most)) await result.data()
          return { found: results.length as number, took }
        },
        [query, shown] as const,
      )
    const [firsts, times]: [number[], number[]] = [[], []]
    const all = Object.values(questions).flat()
    for (const question of all.filter((_, i) => i % 5 === 0)) {
      const page = await open(question.language)
      moved = 0
      await run(page, question, 10)
      firsts.push(moved)
      times.push((await run(page, question, 0)).took)
      await page.context().close()
    }
    const right = await count(questions, async (question) => {
      pages[question.language] ??= await open(question.language)
      return (await run(pages[question.language] as Page, question, 0)).found
    })
    return { name: 'Pagefind', built, size, first: at(firsts, 0.5), ...latency(times), right }
  } finally {
    await browser.close()
    server.close()
  }
}

type Questions = Record<Kind, Question[]>

/** Questions of each kind, with the answers of a plain search in the text. */
function ask(texts: readonly SearchText[], each: number): Questions {
  const random = chance(11)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const lower = texts.map(
    (text) =>
      ` ${[text.title, ...text.passages.map((one) => one.text)].join(' . ').toLowerCase().replace(/[.。]/g, ' . ')} `,
  )
  const inLanguage = (language: string) =>
    texts.flatMap((text, i) => (text.note?.language === language ? [i] : []))
  const [chinese, english] = [inLanguage('zh-Hans'), inLanguage('en')]
  const question = (query: string, language: Question['language'], sought = query): Question => {
    const of = language === 'en' ? english : chinese
    const plain = sought.replace(/"/g, '').toLowerCase()
    const holds = (text: string) =>
      language === 'en' ? text.split(/\s+/).join(' ').includes(` ${plain} `) : text.includes(plain)
    return { query, language, holding: of.filter((i) => holds(lower[i] as string)).length }
  }
  const run = (length: number) => {
    const runs = (texts[pick(chinese)] as SearchText).passages.flatMap(
      (one) => one.text.match(/[\u4e00-\u9fff]+/g) ?? [],
    )
    const long = pick(runs.filter((one) => one.length > length))
    const from = Math.floor(random() * (long.length - length))
    return long.slice(from, from + length)
  }
  const words = (length: number) => {
    const sentences = (texts[pick(english)] as SearchText).passages
      .flatMap(({ text }) => text.split('.'))
      .map((sentence) => sentence.trim().split(' '))
      .filter((all) => all.length > length && all.every((word) => /^[a-z]{3,}$/.test(word)))
    const all = pick(sentences)
    const from = Math.floor(random() * (all.length - length))
    return all.slice(from, from + length).join(' ')
  }
  const several = (make: () => Question) => Array.from({ length: each }, make)
  return {
    'two characters': several(() => question(run(2), 'zh-Hans')),
    'four characters': several(() => question(run(4), 'zh-Hans')),
    'a word': several(() => question(`"${words(1)}"`, 'en')),
    'a phrase': several(() => question(`"${words(3)}"`, 'en')),
    'what is nowhere': several(() => question(run(2).split('').reverse().join('') + run(1), 'zh-Hans')),
  }
}

async function count(
  questions: Questions,
  found: (question: Question) => Promise<number>,
): Promise<Answers['right']> {
  const right: Answers['right'] = {}
  for (const kind of KINDS) {
    let correct = 0
    for (const question of questions[kind]) if ((await found(question)) === question.holding) correct += 1
    right[kind] = [correct, questions[kind].length]
  }
  return right
}

function wholeText({ title, passages }: SearchText): string {
  return [title, ...passages.map(({ text }) => text)].join('\n')
}

function latency(times: readonly number[]): { median: number; slow: number } {
  return { median: at(times, 0.5), slow: at(times, 0.95) }
}

function at(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0
}

/** Pagefind's own files come packed. */
function onTheWire(path: string, content: Buffer): number {
  return /\.(?:js|css|json)$/.test(path) ? gzipSync(content).length : content.length
}

function packed(text: string): number {
  return gzipSync(text).length
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`
}

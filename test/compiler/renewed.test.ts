import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chance } from '../bench/library.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache/dateline')
const SEED = Number(process.env.SEED ?? 7)
const STEPS = Number(process.env.STEPS ?? 6)
let top: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(top, { recursive: true }))

function build(content: string, out: string): void {
  const args = ['src/compiler/run.mjs', 'build', '--content', content, '--out', out]
  const where = ['--site', 'https://notes.example/reader/']
  const { stderr, status } = spawnSync(process.execPath, [...args, ...where], { cwd: ROOT, encoding: 'utf8' })
  expect({ stderr, well: status === 0 || status === 1 }).toEqual({ stderr: '', well: true })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** What the same notes give where nothing is remembered of them. */
function expectAsMadeAnew(what: string): void {
  const anew = join(top, 'anew')
  rmSync(anew, { recursive: true, force: true })
  cpSync(join(top, 'notes'), join(anew, 'notes'), { recursive: true })
  build(join(anew, 'notes'), join(anew, 'dist'))
  const [files, wanted] = [filesBelow(join(top, 'dist')), filesBelow(join(anew, 'dist'))]
  expect(files, what).toEqual(wanted)
  const different = wanted.filter(
    (file) => !readFileSync(join(top, 'dist', file)).equals(readFileSync(join(anew, 'dist', file))),
  )
  expect(different, what).toEqual([])
}

function write(path: string, text: string): void {
  const file = join(top, 'notes', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  // As if it had lain there for a while: what is only just written is read again in any case.
  const before = Date.now() / 1000 - 60 + Math.random()
  utimesSync(file, before, before)
}

it('gives, whatever has changed, byte for byte the site that is made of the same notes anew', () => {
  const random = chance(SEED)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T
  const words = 'chips energy 开源 时代 printing Samarkand paper 模型 press law naïve C++'.split(' ')
  const text = (many: number) => Array.from({ length: many }, () => pick(words)).join(' ')
  const date = () => `${1990 + below(35)}-0${1 + below(9)}-1${below(9)}`
  const notes = () =>
    existsSync(join(top, 'notes'))
      ? filesBelow(join(top, 'notes')).filter((file) => file.endsWith('.md'))
      : []
  const source = () => `https://site${below(3)}.example/${below(6)}`
  const raw = () =>
    [
      `---\ntitle: ${text(2)}\ntopics: [${pick(['A', 'A/B', 'C', ''])}]\n${below(8) === 0 ? 'draft: true\n' : ''}`,
      // So long that a few notes make the difference between one that comes with every screen, and many that do not.
      `summary: ${text(60)}\n---`,
      `## ${text(2)} (May ${1990 + below(30)})\n`,
      ...Array.from(
        { length: 1 + below(4) },
        () => `In ${1950 + below(70)} ${text(6)} [${text(1)}](${source()}).\n`,
      ),
      `### ${text(1)} (${pick(['May', 'June'])} ${1990 + below(30)}, ${text(1)})\n\n“${text(5)}.”\n`,
      ...(below(2) ? [`On ${pick(['May', 'July'])} ${1 + below(28)} ${text(3)}.\n`] : []),
      `It was ${pick(['May 3', 'last year'])}. [To](${pick([...notes(), 'none.md'])}) ![](pic${below(3)}.svg)\n`,
      `## References\n\n- [${text(2)}](${source()})\n- [${text(2)}](${source()})\n`,
    ].join('\n')
  const add = () =>
    write(
      `${pick(['', 'sub/'])}${below(3) === 0 ? '' : `${date()}-`}${pick(['x', 'y', 'z', `n${below(99)}`])}-${pick(['en', 'zh'])}.md`,
      raw(),
    )
  const changes: Readonly<Record<string, () => void>> = {
    add,
    edit: () => write(pick(notes()), raw()),
    append: () => {
      const file = pick(notes())
      write(
        file,
        `${readFileSync(join(top, 'notes', file), 'utf8')}\n\nOne more ${text(3)} in ${1990 + below(30)}.\n`,
      )
    },
    remove: () => rmSync(join(top, 'notes', pick(notes()))),
    rename: () =>
      renameSync(join(top, 'notes', pick(notes())), join(top, 'notes', `${date()}-r${below(99)}-en.md`)),
    draw: () =>
      write(`pic${below(3)}.svg`, `<svg xmlns="http://www.w3.org/2000/svg"><g id="x${below(99)}"/></svg>`),
    nothing: () => undefined,
  }
  for (let i = 0; i < 12; i += 1) add()
  build(join(top, 'notes'), join(top, 'dist'))
  const done: string[] = []
  for (let step = 0; step < STEPS; step += 1) {
    for (let n = below(3); n >= 0; n -= 1) {
      const name = notes().length < 5 ? 'add' : pick(Object.keys(changes))
      done.push(name)
      changes[name]?.()
    }
    build(join(top, 'notes'), join(top, 'dist'))
    expectAsMadeAnew(`seed ${SEED}: ${done.join()}`)
  }
}, 240_000)

it('mends a site that was changed by others, and believes nothing that it remembers and that is not as it was', () => {
  const dist = (file: string) => join(top, 'dist', file)
  for (const name of ['a', 'b', 'c']) write(`${name}.md`, `# ${name}\n\nIt began in 2020.\n`)
  const again = (what: string) => {
    build(join(top, 'notes'), join(top, 'dist'))
    expectAsMadeAnew(what)
  }
  build(join(top, 'notes'), join(top, 'dist'))
  writeFileSync(dist('notes/a.html'), 'of another')
  rmSync(dist('data/notes/b.json'))
  // Where a file is to be: it cannot be put there.
  mkdirSync(dist('data/notes/b.json'))
  mkdirSync(dist('old'))
  writeFileSync(dist('old/notes.html'), 'none of ours')
  again('changed, removed and added files')
  expect(existsSync(dist('old'))).toBe(false)
  rmSync(dist('data/notes'), { recursive: true })
  again('a folder that has gone')
  cpSync(join(top, 'dist'), join(top, 'copy'), { recursive: true })
  rmSync(join(top, 'dist'), { recursive: true })
  renameSync(join(top, 'copy'), join(top, 'dist'))
  again('a copy in its place')

  const [compiler = ''] = readdirSync(CACHE)
    .filter((name) => existsSync(join(CACHE, name, 'cli.js')))
    .sort((a, b) => mtime(b) - mtime(a))
  const all = () =>
    readdirSync(join(CACHE, compiler), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /[\\/](?:ledger|notes|pages)-\w+$/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))
  const remembered = all().filter((file) => readFileSync(file, 'utf8').includes('It began in 2020'))
  expect(remembered.length).toBeGreaterThan(3)
  for (const file of remembered) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('2020', '1020'))
  rmSync(dist('data/notes/c.json'))
  again('what is remembered was changed')
  for (const part of ['seen', 'cards', 'files']) {
    write('a.md', `# a\n\nIt began before the ${part} were lost, in 2021.\n`)
    const lost = all().filter((file) => file.includes(`-${part}-`))
    expect(lost).not.toEqual([])
    for (const file of lost) rmSync(file)
    again(`the ${part} have gone`)
  }
}, 60_000)

function mtime(name: string): number {
  return statSync(join(CACHE, name)).mtimeMs
}

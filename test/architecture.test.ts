import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** Which rooms a room may import; `views/NAME` are rooms of their own, closed to one another. */
const ALLOWED: Record<string, readonly string[]> = {
  calendar: [],
  'date-finder': ['calendar'],
  notes: ['calendar'],
  search: ['calendar', 'notes'],
  compiler: ['calendar', 'date-finder', 'notes', 'search', 'citing', 'exports'],
  messages: [],
  ui: ['messages', 'calendar'],
  citing: ['calendar'],
  exports: ['calendar', 'citing', 'notes'],
  reading: [],
  library: ['calendar', 'notes'],
  worker: ['notes'],
  keeping: ['worker', 'search', 'notes', 'ui', 'messages'],
  views: [
    'calendar',
    'notes',
    'search',
    'citing',
    'exports',
    'library',
    'keeping',
    'reading',
    'messages',
    'ui',
  ],
  app: ['calendar', 'notes', 'library', 'worker', 'keeping', 'reading', 'messages', 'ui', 'views', 'styles'],
  styles: [],
  main: ['app', 'styles'],
  'single-file': ['app', 'library', 'styles'],
}

/** Rooms that are loaded on demand, and by whom: the finder of dates when a typed range is not plain figures. */
const ON_DEMAND: Record<string, readonly string[]> = { 'ui/range/read-range.ts': ['date-finder'] }

interface File {
  path: string
  room: string
  imports: { path: string; typeOnly: boolean; lazy: boolean }[]
  text: string
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => read(path.replaceAll('\\', '/')))

function read(path: string): File {
  const text = readFileSync(join(SRC, path), 'utf8')
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|^import\s+()['"](\.[^'"]+)['"]|\bimport\(\s*()['"](\.[^'"]+)['"]/gm,
  )
  const imports = [...statements].map((match) => ({
    path: relative(SRC, resolve(SRC, dirname(path), match[2] ?? match[4] ?? match[6] ?? '')).replaceAll(
      '\\',
      '/',
    ),
    typeOnly: Boolean(match[1]),
    lazy: match[6] !== undefined,
  }))
  return { path, room: roomOf(path), imports, text }
}

/** What every page loads: what the program takes by name from its start on, through the doors of the rooms. */
function loadedFirst(): File[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const found = new Set<File>()
  const visit = (path: string, names: readonly string[]): void => {
    const file = byPath.get(path)
    if (!file) return
    const isDoor = path.endsWith('/index.ts')
    if (!isDoor && found.has(file)) return
    if (!isDoor) found.add(file)
    for (const [, inner, all, from] of file.text.matchAll(
      /^(?:import|export)\s+(?!type\s)(?:(?:\{([^}]*)\}|(\*))\s+from\s+)?['"](\.[^'"]+)['"]/gm,
    )) {
      const taken = (inner ?? '').split(',').flatMap((name) => /^\s*(?!type\s)(\w+)/.exec(name)?.[1] ?? [])
      const passed = isDoor ? taken.filter((name) => names.includes(name)) : taken
      const target = relative(SRC, resolve(SRC, dirname(path), from as string)).replaceAll('\\', '/')
      if (all || passed.length > 0 || !inner) visit(target, passed)
    }
  }
  visit('main.tsx', [])
  return [...found]
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/', 1)[0] as string) : path.replace(/\.tsx?$/, '')
}

const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('architecture'))
  .map((path) => ({ room: 'test', text: readFileSync(join(import.meta.dirname, path), 'utf8') }))

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text)
}

describe('the house', () => {
  it('holds nothing that was not written by hand', () => {
    const all = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    // What runs before the program is no module, and no compiler is there for it in dev.
    const written = /\.(?:tsx?|css|svg|mjs)$|-paint\.js$/
    expect(all.map(({ name }) => name).filter((name) => !written.test(name))).toEqual([])
  })

  it('has only rooms with a place in the plan', () => {
    expect([...new Set(files.map(({ room }) => room))].filter((room) => !(room in ALLOWED))).toEqual([])
  })

  it('imports in one direction', () => {
    const wrong = files.flatMap(({ path, room, imports }) =>
      imports
        .filter((target) => roomOf(target.path) !== room && !ALLOWED[room]?.includes(roomOf(target.path)))
        .filter((target) => !(target.lazy && ON_DEMAND[path]?.includes(roomOf(target.path))))
        .map((target) => `${path} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no view that imports another', () => {
    const view = (path: string) => (path.startsWith('views/') ? path.split('/')[1] : undefined)
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => view(path) && view(target.path) && view(path) !== view(target.path))
        .map((target) => `${path} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('enters a room by its door', () => {
    const wrong = files.flatMap(({ path, room, imports }) =>
      imports
        .filter(({ path: target }) => {
          const other = roomOf(target)
          const hasDoor = files.some((file) => file.path === `${other}/index.ts`)
          return other !== room && hasDoor && target !== `${other}/index.ts` && !target.endsWith('.css')
        })
        .map((target) => `${path} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has nothing at a door that no other room, and no test, comes for', () => {
    const idle = files
      .filter(({ path }) => path.endsWith('/index.ts') && path.split('/').length === 2)
      .flatMap(({ path, room, text }) =>
        [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)]
          .flatMap(([, names]) => (names as string).split(','))
          .map((name) => name.replace(/\btype\b/, '').trim())
          .filter(
            (name) =>
              name && ![...files, ...tests].some((file) => file.room !== room && mentions(file.text, name)),
          )
          .map((name) => `${path}: ${name}`),
      )
    expect(idle).toEqual([])
  })

  it('has no cycle of imports', () => {
    const byPath = new Map(files.map((file) => [file.path, file]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const target of byPath.get(path)?.imports ?? []) {
        if (!target.typeOnly) visit(target.path, [...trail, path])
      }
      done.add(path)
    }
    for (const { path } of files) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('says on a note, before its reader acts, what the first words are there for, and nothing else', () => {
    const first = loadedFirst()
    expect(first.map(({ path }) => path)).toContain('views/note/note-view.tsx')
    expect(first.filter(({ path }) => /date-card|strip/.test(path))).toEqual([])
    const wordy = first.filter(
      ({ room, text }) => room !== 'messages' && /\b(?:useMessages|messagesOf)\b/.test(text),
    )
    expect(wordy.map(({ path }) => path)).toEqual([])
  })

  it('lets nothing that has words come without them', () => {
    const silent = ['exports', 'worker', 'date-finder']
    const alone = loadedFirst()
      .filter(({ room }) => room !== 'messages')
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(
            /(\w+)\(\s*(?:async )?\(\) =>\s*\(?(?:await )?import\('([^']+)'\)|import\('([^']+)'\)/g,
          ),
        ]
          .filter(([, around = '']) => !['withWords', 'late', 'onDemand'].includes(around))
          .map(([, , wrapped, bare]) => `${path} loads ${wrapped ?? bare}`),
      )
    expect(alone.filter((one) => !silent.some((room) => one.includes(`/${room}/index.ts`)))).toEqual([])
  })

  it('does not let a pure room know a clock, a disk, a network or a screen', () => {
    const pure = files.filter(
      ({ room, path }) =>
        ['calendar', 'date-finder', 'notes', 'search'].includes(room) ||
        path === 'compiler/compile.ts' ||
        path === 'reading/moves.ts',
    )
    const wrong = pure
      .filter(({ text }) =>
        /\bnew Date\(\)|\bDate\.now\b|\bperformance\.now\b|from 'node:|\bfetch\(|\bwindow\.|\bdocument\.|from 'react|Math\.random/.test(
          text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''),
        ),
      )
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  it('keeps its files short', () => {
    const long = files
      // A table or a catalogue of a language is as long as the language needs.
      .filter(
        ({ path, room, text }) =>
          !path.includes('/languages/') && room !== 'messages' && text.split('\n').length > 351,
      )
      .map(({ path }) => path)
    expect(long).toEqual([])
  })
})

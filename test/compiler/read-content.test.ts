import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markOf } from '../../src/compiler/disk-mark.ts'
import { readContent } from '../../src/compiler/read-content.ts'
import { formatProblem } from '../../src/notes/index.ts'

let top: string
let folder: string

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dateline-'))
  folder = join(top, 'notes')
  mkdirSync(folder)
})
afterEach(() => rmSync(top, { recursive: true }))

const put = (path: string, content: string | Uint8Array = '# A\n') =>
  writeFileSync(join(folder, path), content)

/** What came out: the notes as text, the images, and the first line of each problem. */
function read() {
  const { notes, images, problems } = readContent(folder)
  return {
    notes: Object.fromEntries(notes.map(({ file, raw }) => [file, raw])),
    images,
    problems: problems.map((problem) => formatProblem(problem).split('\n')[0]),
  }
}

describe('a folder of notes', () => {
  it('gives every note below it, whatever its name', () => {
    const names = ['a.md', 'A b.markdown', 'c#d?e%f%20.md', '..x.md', 'e\u0301.md', '\u00e9.md', 'x".md']
    for (const name of names) put(name, name)
    mkdirSync(join(folder, 'sub'))
    put('sub/deep.md', 'deep')
    expect(read()).toEqual({
      notes: { ...Object.fromEntries(names.map((name) => [name, name])), 'sub/deep.md': 'deep' },
      images: [],
      problems: [],
    })
  })

  it('does not show what is hidden, nor what is no note', () => {
    mkdirSync(join(folder, '.git'))
    put('.git/a.md')
    put('.a.md')
    put('a.txt')
    put('notes.md.bak')
    expect(read()).toEqual({ notes: {}, images: [], problems: [] })
  })

  it('does not follow links that leave it, not even to images or folders', () => {
    writeFileSync(join(top, 'secret.md'), 'secret')
    symlinkSync(join(top, 'secret.md'), join(folder, 'a.md'))
    symlinkSync('../secret.md', join(folder, 'b.png'))
    symlinkSync(top, join(folder, 'up'))
    expect(read()).toEqual({
      notes: {},
      images: [],
      problems: ['a.md', 'b.png', 'up'].map(
        (name) => `${name}:1:1: error: this link leaves the folder of notes`,
      ),
    })
  })

  it('does not take a folder beside it for a part of it because of its name', () => {
    mkdirSync(`${folder}-other`)
    writeFileSync(join(`${folder}-other`, 'a.md'), 'other')
    symlinkSync(join(`${folder}-other`, 'a.md'), join(folder, 'a.md'))
    expect(read().notes).toEqual({})
  })

  it('reads a link within it as its file, and is not caught in circles', () => {
    put('a.md', 'a')
    symlinkSync('a.md', join(folder, 'b.md'))
    symlinkSync('.', join(folder, 'round'))
    symlinkSync('c.md', join(folder, 'c.md'))
    symlinkSync('gone.md', join(folder, 'd.md'))
    expect(read()).toEqual({
      notes: { 'a.md': 'a', 'b.md': 'a' },
      images: [],
      problems: [
        'c.md:1:1: error: this link leads nowhere: ELOOP',
        'd.md:1:1: error: this link leads nowhere: ENOENT',
        'round:1:1: warning: a link to a folder is not followed',
      ],
    })
  })

  it('is the same through a link to it', () => {
    put('a.md', 'a')
    symlinkSync(folder, join(top, 'link'))
    expect(readContent(join(top, 'link')).notes).toMatchObject([{ file: 'a.md', raw: 'a' }])
  })

  it('tells folders named like notes, and reads what lies in them', () => {
    mkdirSync(join(folder, 'x.md'))
    put('x.md/a.md', 'a')
    expect(read()).toEqual({
      notes: { 'x.md/a.md': 'a' },
      images: [],
      problems: ['x.md:1:1: warning: this is a folder, not a file'],
    })
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    execFileSync('mkfifo', [join(folder, 'a.md'), join(folder, 'b.png')])
    expect(read().problems).toEqual([
      'a.md:1:1: error: this is not a plain file',
      'b.png:1:1: error: this is not a plain file',
    ])
  })

  it('does not read files beyond any note’s size', () => {
    put('a.md')
    truncateSync(join(folder, 'a.md'), 1e11)
    expect(read()).toMatchObject({ notes: {}, problems: ['a.md:1:1: error: this is larger than 2 MB'] })
  })

  it.skipIf(process.platform === 'win32')(
    'names what may not be read, for this time, and reads the rest',
    () => {
      put('good.md', 'good')
      put('a.md')
      mkdirSync(join(folder, 'shut'))
      execFileSync('chmod', ['0', join(folder, 'a.md'), join(folder, 'shut')])
      execFileSync('chmod', ['a+rx', top, folder])
      const isRoot = process.getuid?.() === 0
      // Root may read everything.
      if (isRoot) process.seteuid?.(65534)
      try {
        expect(read()).toEqual({
          notes: { 'good.md': 'good' },
          images: [],
          problems: [
            'a.md:1:1: error: this cannot be read: EACCES',
            'shut:1:1: error: this folder cannot be read: EACCES',
          ],
        })
        // Long after: all that was read will be as it was seen.
        const later = Date.now() + 60_000
        vi.spyOn(Date, 'now').mockReturnValue(later)
        expect([...readContent(folder).seen.keys()]).toEqual(['good.md'])
      } finally {
        vi.restoreAllMocks()
        if (isRoot) process.seteuid?.(0)
        execFileSync('chmod', ['700', join(folder, 'shut')])
      }
    },
  )
})

describe('the bytes of a note', () => {
  const utf16 = (text: string, swap: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return swap ? bytes.swap16() : bytes
  }

  it('are UTF-8, or UTF-16 that says so; a byte order mark keeps its place', () => {
    put('a.md', '\uFEFF# 纸')
    put('b.md', utf16('# 纸', false))
    put('c.md', utf16('# 纸', true))
    put('d.md', '')
    expect(read()).toMatchObject({
      notes: { 'a.md': '\uFEFF# 纸', 'b.md': '\uFEFF# 纸', 'c.md': '\uFEFF# 纸', 'd.md': '' },
      problems: [],
    })
  })

  it('are shown as far as they can be read, and told where not', () => {
    const text = Buffer.from(`# A\n\n${'All of this can be read. '.repeat(4)}`)
    put('a.md', Buffer.concat([text, Buffer.from([0xe9]), text]))
    put('b.md', `${text}\0${text}`)
    const { notes, problems } = read()
    expect(notes['a.md']).toBe(`${text}\uFFFD${text}`)
    expect(problems).toEqual([
      'a.md:3:101: error: a place cannot be read, here first',
      'b.md:3:101: error: a place cannot be read, here first',
    ])
  })

  it('are no problem where they say � themselves', () => {
    put('a.md', 'A � in the text.')
    expect(read().problems).toEqual([])
  })

  it.each([
    ['another encoding', Buffer.from('d6bdd3ebd3a1cba2'.repeat(9), 'hex')],
    ['UTF-16 that does not say so', Buffer.from('# Paper and print', 'utf16le')],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex')],
  ])('are not shown where they are %s', (_, bytes) => {
    put('a.md', bytes)
    const { notes, problems } = read()
    expect(notes).toEqual({})
    expect(problems[0]).toMatch(/^a\.md:1:\d+: error: this is not text in UTF-8$/)
  })
})

describe('images', () => {
  it('are published as they are, drawings only when they are nothing more', () => {
    put('a.PNG', Buffer.from('89504e47', 'hex'))
    put('b.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
    put('c.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    expect(read()).toEqual({
      notes: {},
      images: ['a.PNG', 'b.svg'],
      problems: ['c.svg:1:1: error: this drawing is not published: it holds the attribute onload'],
    })
  })
})

describe('a folder that was read before', () => {
  const before = (path: string) => utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000)

  it('is not read again but for what lies there otherwise', () => {
    for (const name of ['a.md', 'b.md', 'pic.svg']) put(name, name === 'pic.svg' ? '<svg/>' : name)
    // The time of a change is the machine's own: here all is as if it had been long ago.
    const { seen, notes } = readContent(folder)
    const known = new Map(
      notes.map(({ file, key = '' }) => [
        file,
        { mark: markOf(join(folder, file))?.mark ?? '', key, problems: [] },
      ]),
    )
    before('b.md')
    const again = readContent(folder, known)
    expect(again.notes.map(({ file, raw }) => [file, raw])).toEqual([
      ['a.md', 'a.md'],
      ['b.md', 'b.md'],
    ])
    // Read when it is asked for.
    expect(Object.hasOwn(again.notes[0] as object, 'raw')).toBe(false)
    expect(Object.hasOwn(again.notes[1] as object, 'raw')).toBe(true)
    // What was written within the last moments may be written again unseen.
    expect(seen.size).toBe(0)
  })

  it('does not give what has gone, even where nothing is told to have changed', () => {
    put('a.md')
    put('b.md')
    const known = new Map([
      ['a.md', { mark: 'as it was', key: 'k', problems: [] }],
      ['gone.md', { mark: 'as it was', key: 'g', problems: [] }],
    ])
    const { notes } = readContent(folder, known, () => false)
    expect(notes.map(({ file, key }) => [file, key === 'k'])).toEqual([
      ['a.md', true],
      ['b.md', false],
    ])
    expect(readContent(folder, known).notes.map(({ key }) => key)).not.toContain('k')
  })
})

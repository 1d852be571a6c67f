// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { Misuse } from '../../src/compiler/misuse.ts'
import { checkFile, writeSingleFile } from '../../src/compiler/single-file.ts'
import type { Held } from '../../src/library/index.ts'
import type { Note } from '../../src/notes/index.ts'

let folder: string
let out: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  out = join(folder, 'one.html')
  program('let a = "</script><!--"')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What a program is built into, with a script of ours. */
function program(script: string) {
  const files = { 'program.js': script, 'before-paint.js': '0', 'style.css': 'p {}', 'icon.svg': '<svg/>' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function write(raw: string, images: Record<string, string> = {}) {
  for (const [name, content] of Object.entries(images)) writeFileSync(join(folder, name), content)
  const compiled = compile({ notes: [{ file: 'a.md', raw }], images: Object.keys(images) })
  return writeSingleFile(
    { folder, compiled, seen: new Map(), cards: new Map(), images: Object.keys(images) },
    folder,
    out,
  )
}

const page = () => new DOMParser().parseFromString(readFileSync(out, 'utf8'), 'text/html')
const library = () => JSON.parse(page().getElementById('library')?.textContent ?? '') as Held

describe('a single file', () => {
  it('holds the whole library, whatever stands in its notes', () => {
    const evil = '</script><script>ran()</script> <!-- <script> ]]> \u2028'
    write(`# A\n\n\`${evil}\``)
    expect(JSON.stringify((library().artifacts['data/notes/a.json'] as Note).body)).toContain('</script>')
    expect(Object.keys(library().artifacts)).toContain('data/search.json')
    expect(page().querySelectorAll('script')).toHaveLength(3)
  })

  it('lets nothing run but its own two scripts, and asks for nothing', () => {
    write('# A')
    const policy = page().querySelector('meta[http-equiv]')?.getAttribute('content')?.split('; ') ?? []
    const hashes = [...page().querySelectorAll('script:not([type="application/json"])')].map(
      ({ textContent }) =>
        `'sha256-${createHash('sha256')
          .update(textContent ?? '')
          .digest('base64')}'`,
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${hashes.join(' ')}`)
    expect(policy.join()).not.toMatch(/self|unsafe|https?:|connect/)
    expect(page().querySelectorAll('[src], link[href]:not([href^="data:"])')).toHaveLength(0)
  })

  it('brings small images along, and says how many are too large', () => {
    const { remarks } = write('# A\n\n![](p.svg)', { 'p.svg': '<svg/>', 'q.png': 'x'.repeat(5_000_000) })
    expect(library().images).toEqual({ '/files/p.svg': 'data:image/svg+xml;base64,PHN2Zy8+' })
    expect(remarks).toEqual(['1 images are left out: together they would take more than 5 MB.'])
  })

  it('says where it is large, and is not written where no browser would open it', () => {
    program('x'.repeat(11_000_000))
    expect(write('# A').remarks.join()).toContain('opens slowly')
    program('x'.repeat(100_000_000))
    expect(() => write('# B')).toThrow(Misuse)
    expect(library().artifacts['data/notes/a.json']).toMatchObject({ title: 'A' })
    expect(readdirSync(folder).filter((name) => name.startsWith('one.html'))).toEqual(['one.html'])
  })

  it('takes the place of one of its own, and of nothing else', () => {
    write('# A')
    expect(() => checkFile(out)).not.toThrow()
    writeFileSync(out, '<!doctype html><p>my own')
    for (const other of [out, folder, join(folder, 'x.txt'), join(folder, 'none/x.html')]) {
      expect(() => checkFile(other), other).toThrow(Misuse)
    }
  })
})

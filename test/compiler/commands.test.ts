import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/compiler/cli.ts', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function write(path: string, content: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('check', () => {
  it('ends with 0 where nothing is wrong', () => {
    write('a.md', '# A\n\nIn 2020.')
    expect(run('check', folder)).toMatchObject({ status: 0, stdout: '1 notes: 0 errors, 0 warnings\n' })
  })

  it('ends with 1 and names file, line and column where a note is broken', () => {
    write('sub/a.md', '---\ntitle: x\n')
    const { status, stdout } = run('check', folder)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^sub\/a\.md:1:1: error: /)
  })

  it('ends with 2 and says what to do where the command is wrong', () => {
    expect(run('check', join(folder, 'none'))).toMatchObject({ status: 2, stdout: '' })
    expect(run('check', '--nonsense').stderr).toContain('--help')
    expect(run('polish').stderr).toContain('Commands: ')
  })
})

describe('export', () => {
  it('writes each mention with its place in the raw file', () => {
    const raw = '---\r\ntitle: A\r\n---\r\nIt was **3 March** 2022 &amp; cold.'
    write('a-en.md', raw)
    const lines = run('export', folder, '--format', 'mentions').stdout.trim().split('\n')
    const [mention] = lines.map((line) => JSON.parse(line) as { start: number; end: number; text: string })
    expect(lines).toHaveLength(1)
    expect(mention).toMatchObject({
      file: 'a-en.md',
      text: '3 March** 2022',
      from: '2022-03-03',
      precision: 'day',
    })
    expect(raw.slice(mention?.start, mention?.end)).toBe('3 March** 2022')
  })

  it('ends without a complaint when its reader has seen enough', async () => {
    write('a-en.md', 'It was 3 March 2022.\n\n'.repeat(20_000))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'src/compiler/cli.ts', 'export', folder, '--format', 'mentions'],
      { cwd: ROOT },
    )
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((ended) => child.on('close', ended))
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  })

  it('does not take a format that it does not know', () => {
    expect(run('export', folder, '--format', 'docx').status).toBe(2)
  })
})

describe('build', () => {
  it('writes plain files below any base path, with a page for deep links', () => {
    write('notes/纸.md', '# 纸\n\n![](pic.svg)\n')
    write('notes/pic.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const out = join(folder, 'out')
    expect(run('build', '--content', join(folder, 'notes'), '--out', out, '--base', 'deep/site').status).toBe(
      0,
    )
    const page = readFileSync(join(out, 'index.html'), 'utf8')
    expect(page).toMatch(/src="\/deep\/site\/assets\//)
    expect(readFileSync(join(out, '404.html'), 'utf8')).toBe(page)
    expect(existsSync(join(out, 'data/notes/纸.json'))).toBe(true)
    expect(existsSync(join(out, 'files/pic.svg'))).toBe(true)
    expect(existsSync(join(out, 'files/纸.md'))).toBe(false)
  })
})

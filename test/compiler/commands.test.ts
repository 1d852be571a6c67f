import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/compiler/run.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function write(path: string, content: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('check', () => {
  it('ends with 0 where nothing is wrong', () => {
    write('a.md', '# A\n\nIn 2020.')
    expect(run('check', folder)).toMatchObject({ status: 0, stdout: '1 note: 0 errors, 0 warnings\n' })
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
      ['src/compiler/run.mjs', 'export', folder, '--format', 'mentions'],
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

  it('says how many statements a calendar cannot hold, beside it', () => {
    write('a-en.md', 'It began in 221 BC. It ended in 2001.')
    const { stdout, stderr } = run('export', folder, '--format', 'ics')
    expect(stdout.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(stderr).toMatch(/^Left out: 1 of 2 statements/m)
  })

  it('does not take a format that it does not know', () => {
    expect(run('export', folder, '--format', 'docx').status).toBe(2)
  })
})

describe('build', () => {
  const build = (...args: string[]) =>
    run('build', '--content', join(folder, 'notes'), '--out', out(), ...args)
  const out = () => join(folder, 'out')
  const page = (path = 'index.html') => readFileSync(join(out(), path), 'utf8')

  it('writes every screen as a page below any base path, and one for addresses that it does not know', () => {
    write('notes/纸.md', `---\nlang: zh\ntitle: '<纸>"&"$&'\ntopics: 书/写\n---\n![](pic.svg)\n`)
    write('notes/pic.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(build('--base', 'deep/site').status).toBe(0)
    expect(page()).toMatch(/data-modules="\/deep\/site\/assets\//)
    const manifest = /rel="manifest" href="\/deep\/site\/([^"]+)"/.exec(page())?.[1] as string
    const { icons, scope } = JSON.parse(page(manifest)) as { icons: { src: string }[]; scope: string }
    expect([scope, ...icons.filter(({ src }) => !existsSync(join(out(), src)))]).toEqual(['./'])
    const note = page('notes/纸.html')
    expect(note).toMatch(/^<!doctype html>\n<html lang="zh-Hans" dir="ltr">/)
    expect(note).toContain('<title>&lt;纸&gt;&quot;&amp;&quot;$&amp;</title>')
    expect(note).toContain('<meta property="og:title" content="&lt;纸&gt;&quot;&amp;&quot;$&amp;">')
    expect(page('topics/书/写.html')).toContain('<title>写</title>')
    for (const screen of ['index.html', 'timeline.html', 'sources.html', 'topics/书/写.html']) {
      expect(page(screen)).toMatch(/<main/)
      expect(page(screen)).toContain('<meta name="description" content="1 篇笔记')
    }
    expect(page('404.html')).not.toMatch(/<main/)
    expect(existsSync(join(out(), 'data/notes/纸.json'))).toBe(true)
    expect(existsSync(join(out(), 'files/pic.svg'))).toBe(true)
    expect(existsSync(join(out(), 'files/纸.md'))).toBe(false)
  })

  it('puts into a page the data of its note and, where the notes are not few, nothing of other topics', () => {
    for (let n = 0; n < 40; n += 1) {
      const summary = 'Of some length. '.repeat(15)
      write(`notes/n${n}.md`, `---\ntopics: T${n % 2}\ntitle: Title ${n}.\nsummary: ${summary}\n---\nText.`)
    }
    expect(build().status).toBe(0)
    const shown = page('notes/n0.html')
    const [, path = '', data] =
      /<script type="application\/json" data-path="([^"]+)">(.*?)<\/script>/s.exec(shown) ?? []
    expect(path).toBe('data/notes/n0.json')
    expect(data).toBe(page(path))
    const library = page('data/library.json')
    for (const text of [shown, library]) expect(text).toMatch(/T0.*T1/s)
    // Its neighbours on the topic are named.
    const others = [...(shown + library).matchAll(/Title (\d+)\./g)].filter(([, n]) => Number(n) % 2 === 1)
    expect(others).toEqual([])
  })

  it('names the addresses of its pages, in each language, where it knows its own', () => {
    write('notes/2025-01-01-a-en.md', '# A')
    write('notes/2025-01-01-a-zh.md', '# 甲')
    expect(build('--site', 'https://notes.example/reader').status).toBe(0)
    const note = page('notes/2025-01-01-a-en.html')
    expect(note).toContain('<link rel="canonical" href="https://notes.example/reader/notes/2025-01-01-a-en">')
    expect(note).toContain('hreflang="zh-Hans" href="https://notes.example/reader/notes/2025-01-01-a-zh"')
    expect(note).toMatch(/data-modules="\/reader\/assets\//)
    expect(page('sitemap.xml')).toContain('<loc>https://notes.example/reader/timeline</loc>')
    expect(page('feed.xml')).toContain('<id>https://notes.example/reader/notes/2025-01-01-a-en</id>')
    expect(note).toContain('type="application/atom+xml" title="Dateline" href="/reader/feed.xml"')
  })

  it('shows on every page what has changed since the last run, and nothing that is gone', () => {
    const names = ['2025-01-01-a-en', '2025-01-01-a-zh', '2025-01-02-b-en', '2025-01-03-c-en']
    for (const name of names)
      write(`notes/${name}.md`, `---\ntopics: T\n---\n# Title of ${name}\n\nOld text.`)
    build()
    const before = page('notes/2025-01-01-a-en.html')
    const { build: nameBefore } = JSON.parse(page('build.json')) as { build: string }
    build()
    expect(page('notes/2025-01-01-a-en.html')).toBe(before)
    write('notes/2025-01-01-a-zh.md', '---\ntopics: T\n---\n# 译文')
    write('notes/2025-01-02-b-en.md', '---\ntopics: T\n---\n# A new title\n\nNew text.')
    rmSync(join(folder, 'notes/2025-01-03-c-en.md'))
    build('--site', 'https://notes.example')
    const neighbour = page('notes/2025-01-01-a-en.html')
    expect(page('notes/2025-01-01-a-zh.html')).toContain(
      '<h1 tabindex="-1" lang="zh-Hans" dir="ltr">译文</h1>',
    )
    expect(neighbour).toContain('A new title')
    expect(neighbour).toContain('https://notes.example/notes/2025-01-01-a-en')
    expect(neighbour).not.toMatch(/b-en<|c-en</)
    expect(page('notes/2025-01-02-b-en.html')).toContain('New text.')
    expect(page('notes/2025-01-02-b-en.html')).not.toContain('Old text.')
    expect(existsSync(join(out(), 'notes/2025-01-03-c-en.html'))).toBe(false)
    const { build: name } = JSON.parse(page('build.json')) as { build: string }
    expect(name).not.toBe(nameBefore)
    for (const file of ['404.html', 'shell.html', 'worker.js']) expect(page(file)).toContain(name)
    expect(readdirSync(join(out(), 'data/builds'))).toEqual([`${name}.json`, 'parts'])
    // A page that shows the same is the same file.
    for (const file of ['index.html', 'notes/2025-01-01-a-en.html']) expect(page(file)).not.toContain(name)
  })

  it('does not take what is no address for that of the site', () => {
    write('notes/a.md', '# A')
    for (const site of ['notes.example', 'javascript:ran()', '']) {
      expect(build('--site', site).status).toBe(2)
    }
    expect(existsSync(out())).toBe(false)
  })

  it('does not name addresses that it cannot know', () => {
    write('notes/a.md', '# A')
    build()
    expect(page('notes/a.html')).not.toContain('canonical')
    expect(page('notes/a.html')).not.toContain('feed.xml')
    for (const file of ['sitemap.xml', 'feed.xml']) expect(existsSync(join(out(), file))).toBe(false)
  })

  it('puts a policy before all else in the page, and the headers beside it', () => {
    write('notes/a.md', '# A')
    build()
    const policy = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/.exec(
      page(),
    )?.[1]
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      ...['script', 'style', 'connect', 'img', 'font', 'manifest', 'worker'].map(
        (kind) => `${kind}-src 'self'`,
      ),
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types worker',
    ])
    expect(page()).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/)
    const headers = readFileSync(join(out(), '_headers'), 'utf8')
    expect(headers).toContain(`  Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`)
    expect(headers).toMatch(/^\/\*\n/)
    expect(headers).toMatch(/\n\/assets\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n$/)
    for (const header of [
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: no-referrer',
      'Cross-Origin-Opener-Policy: same-origin',
      'Permissions-Policy: camera=()',
    ]) {
      expect(headers).toContain(`\n  ${header}`)
    }
  })

  it('ends with 1 where a note has an error, and the whole library comes out', () => {
    write('notes/a.md', '# A')
    write('notes/b.md', '---\ntitle: never closed\n')
    const { status, stdout } = build()
    expect(status).toBe(1)
    expect(stdout).toMatch(/^b\.md:1:1: error: /)
    expect(readdirSync(join(out(), 'data/notes')).sort()).toEqual(['a.json', 'b.json'])
  })

  it.skipIf(process.platform === 'win32')('does not lose the last good site to a full disk', () => {
    write('notes/a.md', '# A')
    build()
    const before = page()
    write('notes/a.md', `# A\n\n${'It was so. '.repeat(4000)}`)
    // No file of more than 20 KB can be written.
    const command = `ulimit -f 20; exec "$0" src/compiler/run.mjs build --content "$1" --out "$2"`
    const full = spawnSync('bash', ['-c', command, process.execPath, join(folder, 'notes'), out()], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(full).toMatchObject({ status: 1, stderr: expect.stringMatching(/could not be written: .*EFBIG/) })
    expect(full.stderr).toContain('What was built before is as it was.')
    expect([page(), readdirSync(folder).sort()]).toEqual([before, ['notes', 'out']])
  })

  it.skipIf(process.platform === 'win32')('does not lose the last good site to an interruption', async () => {
    write('notes/a.md', '# A')
    build()
    const before = page()
    for (let i = 0; i < 60; i += 1) write(`notes/a${i}.md`, `# A\n\nIn ${1900 + i}.`)
    const args = ['src/compiler/run.mjs', 'build', '--content', join(folder, 'notes'), '--out', out()]
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const began = () => readdirSync(folder).some((name) => name.startsWith('.out.building-'))
    await vi.waitUntil(began, { timeout: 30_000, interval: 5 })
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect([page(), readdirSync(folder).sort()]).toEqual([before, ['notes', 'out']])
  })

  it('does not write over a folder that is no site', () => {
    write('notes/a.md', '# A')
    write('out/letter.txt', 'dear')
    expect(build()).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
    expect(readdirSync(out())).toEqual(['letter.txt'])
  })
}, 120_000)

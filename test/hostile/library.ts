import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { attacks } from './attacks.ts'
import { shapes } from './shapes.ts'

/** What a folder of notes from strangers holds, once it is written. */
export interface HostileLibrary {
  /** Title and a sentence of each good note, by its slug: all of it has to come out. */
  good: Map<string, { title: string; sentence: string }>
  /** Files that cannot be shown, or not as they are: each has to be named. */
  named: string[]
}

/**
 * Writes attacks, shapes and files of every odd kind into a folder, with good notes between them. Beside it comes a
 * folder that one of them leads to.
 */
export function writeLibrary(folder: string): HostileLibrary {
  const library: HostileLibrary = { good: new Map(), named: [] }
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const named = (path: string, content: string | Uint8Array) => {
    put(path, content)
    library.named.push(path)
  }

  for (const [i, place] of ['a', 'm/m', 'zz', 'deep/er/still'].entries()) {
    const title = `A good note, number ${i + 1}`
    const sentence = `In ${2001 + i} everything was as it should be.`
    put(
      `${place}/good-${i + 1}.md`,
      `# ${title}\n\n${sentence}\n\n## Sources\n\n- [S](https://a.example/${i})\n`,
    )
    library.good.set(`good-${i + 1}`, { title, sentence })
  }
  for (const [file, text] of attacks()) put(`attacks/${file}`, text)
  for (const [name, shape] of Object.entries(shapes)) put(`shapes/${name}.md`, shape(60_000))
  for (const name of [
    'nested quotes',
    'headings',
    'rows',
    'marks',
    'emphasis never closed',
    'open brackets',
  ]) {
    named(`large/${name}.md`, (shapes[name] as (n: number) => string)(700_000))
  }
  const scripts = { directions: 'aא', joining: 'ᠠ\u180B', stacked: 'က္', emoji: '👩\u200D' }
  for (const [name, letters] of Object.entries(scripts)) named(`large/${name}.md`, letters.repeat(200_000))
  named('large/a line of ten megabytes.md', 'a '.repeat(5 * 1024 * 1024))
  oddFiles(put, named)
  const link = (target: string, path: string) => {
    symlinkSync(target, join(folder, path))
    library.named.push(path)
  }
  link('/etc/passwd', 'odd/passwd.md')
  link('/dev/zero', 'odd/zero.md')
  mkdirSync(join(folder, '../beside'))
  link('../../beside', 'odd/up')
  link('circle.md', 'odd/circle.md')
  link('nowhere', 'odd/nowhere.png')
  mkdirSync(join(folder, 'odd/folder.md'))
  named('odd/sparse.md', '')
  truncateSync(join(folder, 'odd/sparse.md'), 1e10)
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [join(folder, 'odd/pipe.md')])
    library.named.push('odd/pipe.md')
  }
  return library
}

type Put = (path: string, content: string | Uint8Array) => void

function oddFiles(put: Put, named: Put): void {
  const names = ['100%.md', '%2e%2e%2fx.md', 'a#b?c=d&e.md', ' blanks .md', '..md', '...x.md', '$(ran).md']
  const more = ['"><script>ran()<␏script>.md', "'; ran() --.md", 'CON.md', 'x'.repeat(240).concat('.md')]
  for (const name of [...names, ...more]) put(`odd/names/${name}`, `# Odd\n\n${name} in 2020.\n`)
  for (const name of [
    'e\u0301.md',
    '\u00e9.md',
    'E\u0301.md',
    'I.md',
    'i.md',
    'ı.md',
    'İ.md',
    '\u202Edm.md',
  ]) {
    put(`odd/names/${name}`, '# Same\n')
  }
  put('odd/names/line\nbreak.md', '# Odd\n')
  put('odd/names/\u001B[31mred.md', '# Odd\n')
  put('odd/empty.md', '')
  put('odd/blank.md', ' \n\n\t\n')
  put('odd/utf16le.md', Buffer.from('\uFEFF# Sixteen\n\nIn 2020.', 'utf16le'))
  put('odd/utf16be.md', Buffer.from('\uFEFF# Sixteen\n\nIn 2020.', 'utf16le').swap16())
  named('odd/utf16.md', Buffer.from('# Sixteen\n\nIn 2020.', 'utf16le'))
  named('odd/latin.md', Buffer.from(`# Caf\xe9\n\n${'In 2020 it was. '.repeat(9)}`, 'latin1'))
  named('odd/nul.md', `# A\0B\n\n${'In 2020 it was. '.repeat(9)}`)
  named(
    'odd/binary.md',
    Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
  )
  named('odd/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="ran()"/>')
  const bomb = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
  named('heads/bomb.md', `---\na0: &a0 [x]\n${bomb.join('\n')}\n---\nText.\n`)
  named('heads/tag.md', '---\ntitle: !!js/function "function () { ran() }"\n---\nText.\n')
  named('heads/twice.md', '---\ntitle: One\ntitle: Two\n---\nText.\n')
  named('heads/open.md', '---\ntitle: Never closed\n\nText.\n')
  named('heads/long.md', `---\ntitle: ${'x'.repeat(100_000)}\n---\nText.\n`)
  named('heads/deep.md', `---\ntitle: ${'['.repeat(9000)}\n---\nText.\n`)
  named('heads/keys.md', `---\n${'a: "\n'.repeat(5000)}---\nText.\n`)
  named('heads/open-toml.md', '+++\ntitle = "x"\n\nText.\n')
  named('heads/twice-toml.md', '+++\na = 1\na = 2\n+++\nText.\n')
}

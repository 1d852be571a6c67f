import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of this compiler: `run.mjs` names it after the state of the sources, so that what another compiler has
 * made is never met here. Run from its sources, whose state nobody looked at, it remembers for one run alone, and not
 * among them.
 */
export const REMEMBERED = import.meta.url.endsWith('.ts')
  ? join(tmpdir(), `dateline-${process.pid}`)
  : import.meta.dirname

/**
 * A folder that `make` fills once, and that is made again where it is not as it was left. `key` is all that its content
 * depends on besides the compiler.
 */
export async function rememberFolder(
  name: string,
  key: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(REMEMBERED, `${name}-${hashOf(key)}`)
  const seal = `${folder}.seal`
  const isSound = () =>
    existsSync(folder) && existsSync(seal) && readFileSync(seal, 'utf8') === digestOf(folder)
  if (isSound()) return folder
  const making = `${folder}.${process.pid}`
  mkdirSync(making, { recursive: true })
  try {
    await make(making)
    if (!isSound()) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(making, folder)
      writeFileSync(seal, digestOf(folder))
    }
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

/** Characters of {@link hashOf}: few enough for the name of a file, enough that no two texts share it. */
const HASH = 40

export function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex').slice(0, HASH)
}

function digestOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return hashOf(...files.flatMap((file) => [file.slice(folder.length), readFileSync(file)]))
}

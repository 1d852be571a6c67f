import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Starts the compiler as plain JavaScript: bundled by Vite once for each state of its sources, into a folder that is
 * named after that state and holds all else that this compiler remembers. To translate every module at each start
 * takes longer than most builds.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache/dateline')
/** All that a site depends on besides its notes. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const ENTRIES = [
  'cli',
  ...['note', 'page', 'audit', 'search', 'timeline', 'site', 'vite'].map((name) => `${name}-process`),
]
/** Compilers that are remembered: one that was changed may be changed back. */
const KEPT = 3

const folder = join(CACHE, stateOf(SOURCES))
if (!existsSync(join(folder, 'cli.js'))) await bundle()
utimesSync(folder, new Date(), new Date())
await import(pathToFileURL(join(folder, 'cli.js')).href)

function stateOf(paths) {
  const hash = createHash('sha256').update(process.version)
  const read = (path) => {
    const place = join(ROOT, path)
    if (statSync(place).isDirectory()) {
      for (const name of readdirSync(place).sort()) read(`${path}/${name}`)
    } else {
      const bytes = readFileSync(place)
      hash.update(`\n${path} ${bytes.length}\n`).update(bytes)
    }
  }
  for (const path of paths) read(path)
  return hash.digest('hex').slice(0, 20)
}

async function bundle() {
  const { build } = await import('vite')
  const making = `${folder}.${process.pid}`
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: making,
      emptyOutDir: true,
      rolldownOptions: {
        input: ENTRIES.map((name) => join(ROOT, `src/compiler/${name}.ts`)),
        // All side by side, as the sources are: a process is started by the name of its file.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['vite'] },
  })
  if (!existsSync(join(folder, 'cli.js'))) rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(making, folder)
  } catch {
    // Another was faster, and has made the same.
    rmSync(making, { recursive: true })
  }
  const others = readdirSync(CACHE).filter((name) => name !== basename(folder))
  const byUse = others.sort((a, b) => statSync(join(CACHE, b)).mtimeMs - statSync(join(CACHE, a)).mtimeMs)
  for (const name of byUse.slice(KEPT - 1)) rmSync(join(CACHE, name), { recursive: true, force: true })
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash } from './inventory.ts'
import { readManifest } from './page-head.ts'

/** A file that the worker keeps from the start; what is not named after its content has a revision. */
interface Precached {
  url: string
  revision: string | null
}

/** Catalogues are kept when they are spoken. */
const CATALOGUES = 'src/messages/'

/** The service worker of one build: the built one, told which build it is of and what the program consists of. */
export function workerFile(site: string, build: string): string {
  const chunks = Object.entries(readManifest(site)).filter(([key]) => !key.startsWith(CATALOGUES))
  const hashed = new Set(chunks.flatMap(([, { file, css = [] }]) => [file, ...css]))
  const program: Precached[] = [
    { url: 'shell.html', revision: build },
    ...[...hashed].map((url) => ({ url, revision: null })),
    ...readdirSync(join(site))
      .filter((name) => /^before-paint\.js$|\.(?:svg|webmanifest)$/.test(name))
      .map((name) => {
        const revision = contentHash(readFileSync(join(site, name)))
        return name.endsWith('.js') ? { url: `${name}?${revision}`, revision: null } : { url: name, revision }
      }),
  ]
  return `self.dateline = ${JSON.stringify({ build, program })};\n${readFileSync(join(site, 'worker.js'), 'utf8')}`
}

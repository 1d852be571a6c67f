import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HASH_LENGTH } from '../notes/index.ts'
import { entryOf, readManifest } from './page-head.ts'
import { contentHash } from './site-files.ts'

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
  const contentOf = (name: string) => contentHash(readFileSync(join(site, name))).slice(0, HASH_LENGTH)
  // Nothing that a host may keep to itself, such as the manifest: without any one of these there would be no worker.
  const program: Precached[] = [
    { url: 'shell.html', revision: build },
    { url: 'icon.svg', revision: contentOf('icon.svg') },
    ...[...hashed].map((url) => ({ url, revision: null })),
  ]
  return `self.dateline = ${JSON.stringify({ build, entry: entryOf(site), program })};\n${readFileSync(join(site, 'worker.js'), 'utf8')}`
}

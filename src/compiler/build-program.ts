import { join } from 'node:path'
import { finished, startProcess } from './own-process.ts'
import { rememberFolder } from './remembered.ts'

const MEGABYTES = 512

/** What a site is besides its notes, as files. */
export interface Program {
  /** What the browser loads; `index.html` is the template of all pages. */
  site: string
  /** Renders pages in Node. */
  server: string
}

/**
 * Builds the program for a base path, or takes what was built before from the same sources.
 * @throws Error with what Vite says
 */
export async function buildProgram(base: string): Promise<Program> {
  const folder = await rememberFolder('program', base, (making) => runVite(making, base))
  return { site: join(folder, 'site'), server: join(folder, 'server/server.js') }
}

/** The program for a single file: `program.js`, `style.css`, and what stands in `public/`. */
export function buildSingleProgram(): Promise<string> {
  return rememberFolder('single-file', '', (making) => runVite(making))
}

function runVite(folder: string, base?: string): Promise<void> {
  const args = base === undefined ? [folder] : [join(folder, 'site'), join(folder, 'server'), base]
  return finished(startProcess('vite-process', MEGABYTES, { args }), 'the program could not be built')
}

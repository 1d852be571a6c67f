import { startProcess } from './own-process.ts'

const MEGABYTES = 512

/**
 * Builds the program into a folder: what the browser loads, with the template of all pages as `index.html`, and, in
 * the folder `server` below it, `server.js`, which renders them.
 * @throws Error with what Vite says
 */
export function buildProgram(folder: string, server: string, base: string): Promise<void> {
  const child = startProcess('./vite-process.ts', MEGABYTES, [folder, server, base])
  return new Promise((resolve, reject) => {
    let said = 'the program could not be built'
    child.on('message', (message) => {
      said = String(message)
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}

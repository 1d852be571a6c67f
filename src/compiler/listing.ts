import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { markOf } from './disk-mark.ts'

/** What lies in a folder and those below, but for the folders themselves: paths with `/`, and marks. */
export interface Listing {
  paths: string[]
  /** Empty where there is no plain file. */
  marks: string[]
}

export function listFiles(folder: string): Listing {
  const listing: Listing = { paths: [], marks: [] }
  const list = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name
      if (entry.isDirectory()) list(`${path}/`)
      else {
        listing.paths.push(path)
        listing.marks.push(markOf(`${folder}/${path}`)?.mark ?? '')
      }
    }
  }
  list('')
  return listing
}

/** As one text it travels faster between processes; no name holds this character. */
const BETWEEN = '\0'

export function packListing({ paths, marks }: Listing): string[] {
  return [paths, marks].map((list) => list.join(BETWEEN))
}

export function unpackListing(packed: readonly string[]): Listing {
  const [paths = [], marks = []] = packed.map((list) => (list ? list.split(BETWEEN) : []))
  return { paths, marks }
}

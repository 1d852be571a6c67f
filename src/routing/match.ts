import { decoded } from '../notes/index.ts'

/** What stands in the places of a pattern: by the names behind `:`, and under `*` all that is left. */
export type Params = Readonly<Record<string, string>>

/**
 * Holds a path to a pattern, part by part: `:name` takes one part, `*` at the end all that is left. A slash at the end
 * of the path says nothing.
 */
export function matchPath(pattern: string, path: string): Params | undefined {
  const wanted = partsOf(pattern)
  const given = partsOf(path)
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    if (part === '*') return { ...params, '*': given.slice(i).map(decoded).join('/') }
    const own = given[i]
    if (own === undefined) return undefined
    if (part.startsWith(':')) params[part.slice(1)] = decoded(own)
    else if (decoded(own) !== part) return undefined
  }
  return given.length === wanted.length ? params : undefined
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

import { createHash } from 'node:crypto'
import { ARTIFACT_VERSION, artifactPaths, type KeepableFile } from '../../src/notes/index.ts'

export interface ListedBuild {
  build: string
  /** What a host serves of it, by path. */
  lists: Map<string, string>
}

/** A build as a site lists it, each run of files a part of its own. `by` names what else it was made of. */
export function listBuild(
  runs: readonly KeepableFile[][],
  topics: Record<string, KeepableFile[]> = {},
  by = '',
): ListedBuild {
  const lists = new Map<string, string>()
  const list = (pathOf: (hash: string) => string, content: object): KeepableFile => {
    const text = JSON.stringify({ version: ARTIFACT_VERSION, ...content })
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
    lists.set(pathOf(hash), text)
    return [pathOf(hash), hash, text.length]
  }
  const ofTopics = Object.entries(topics).map(([path, files]) =>
    list(() => artifactPaths.topicFiles(path), { files }),
  )
  const parts = [...runs, ofTopics]
    .filter((files) => files.length > 0)
    .map((files) => [files[0]?.[0], list(artifactPaths.buildPart, { files })[1]])
  const [, build] = list(artifactPaths.build, { by, parts, first: [] })
  return { build, lists }
}

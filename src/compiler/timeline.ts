import {
  AXES,
  artifactPaths,
  compareTimes,
  type Note,
  placeNote,
  undatedEntries,
  versionIn,
  withoutPlace,
} from '../notes/index.ts'
import { overviewOf } from './timeline-overview.ts'
import { cutIntoTiles, tileOf } from './timeline-tiles.ts'

/**
 * The languages that the timeline comes in: those of translated notes, in each of which every note stands once. One
 * edition is enough where nothing is translated.
 */
export function editionsOf(notes: readonly Note[]): string[] {
  const translated = notes.filter(({ translations }) => translations.length > 0)
  const languages = [...new Set(translated.map(({ language }) => language))].sort()
  return languages.length > 0 ? languages : ['all']
}

/**
 * The artifacts of the timeline, one after the other: their paths, and what stands in them. Each axis has tiles of
 * its own: a statement has one place on most, so that they cost little more than one set would, and none is read in
 * vain.
 */
export function* timelineFiles(notes: readonly Note[]): Generator<[path: string, content: object]> {
  const groups = new Map<string, Note[]>()
  for (const note of notes) groups.set(note.group, [...(groups.get(note.group) ?? []), note])
  for (const edition of editionsOf(notes)) {
    const shown = [...groups.values()].map((versions) => versionIn(versions, edition))
    const undated = cutIntoTiles(shown.flatMap(undatedEntries))
    for (const [n, tile] of undated.entries()) yield [artifactPaths.undatedTile(edition, n), tileOf(tile)]
    for (const axis of AXES) {
      const placed = shown.flatMap((note) => placeNote(note, axis))
      const tiles = cutIntoTiles(placed.sort((a, b) => compareTimes(a.at, b.at)))
      for (const [n, tile] of tiles.entries()) yield [artifactPaths.tile(edition, axis, n), tileOf(tile)]
      const { overview, days } = overviewOf(tiles, {
        without: shown.reduce((sum, note) => sum + withoutPlace(note, axis), 0),
        undated: undated.map(({ length }) => length),
      })
      for (const [year, runs] of days) yield [artifactPaths.days(edition, axis, year), runs]
      yield [artifactPaths.overview(edition, axis), overview]
    }
  }
}

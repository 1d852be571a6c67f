export { normaliseAddress, safeAddress, siteOf } from './addresses.ts'
export * from './artifacts.ts'
export { readBareHtml } from './bare-html.ts'
export { type Difference, type Row, type SideBySide, sideBySide } from './beside/side-by-side.ts'
export { bodySentences } from './body-sentences.ts'
export { type BodyPassage, blanksAsSpaces, bodyPassages, bodyText } from './body-text.ts'
export { type BuildIndex, type FileList, HASH_LENGTH, type KeepableFile } from './builds.ts'
export { countingCells } from './counting-cells.ts'
export { danglingMarks } from './dangling.ts'
export {
  type Begun,
  begunIn,
  densityOf,
  densityOfEntries,
  nearestTo,
  yearsAround,
  yearsToCount,
} from './density.ts'
export { quotes, type Stretch } from './enclosures.ts'
export { leadsTo, sourceKey } from './following.ts'
export { type FrontMatter, readFrontMatter } from './front-matter.ts'
export { findExcess, findKnot } from './knots.ts'
export { direction } from './language.ts'
export { type Mark, markProse } from './mark.ts'
export { parseMarkdown } from './markdown.ts'
export { markedValue } from './marked-value.ts'
export { type Match, matchSources } from './matching.ts'
export { type Metadata, readMetadata } from './metadata.ts'
export { nameLanguage } from './name-language.ts'
export { restoreDays } from './numbered-days.ts'
export { readDateline } from './outline.ts'
export { passagesOf } from './passages.ts'
export { artifactPaths, BUILD_HEADER, BUILD_NAME, decoded, INLINED, paths } from './paths.ts'
export { oneLine, plainText } from './plain-text.ts'
export {
  fewProblems,
  formatProblem,
  locate,
  type Place,
  type PlacedProblem,
  type Problem,
  placeProblems,
  printableJson,
} from './problem.ts'
export { type Prose, rawRange, readProse } from './prose.ts'
export { type GatheredReferences, gatherReferences } from './references.ts'
export { frameOf, type RenderedPage } from './rendered-page.ts'
export { sentences } from './sentences.ts'
export { type PassageShape, shareMatches } from './shared-matches.ts'
export { sectionAnchor, shortHash, slugify, uniqueNames } from './slug.ts'
export { readStatement } from './statements.ts'
export { tame, tameTree } from './tame.ts'
export {
  AXES,
  type Axis,
  BREADTHS,
  breadthOf,
  compareTimes,
  type Days,
  type Entry,
  type EntrySource,
  entriesOf,
  headOf,
  type Kind,
  kindBits,
  type Overview,
  pickEdition,
  placeKey,
  placesOf,
  type Runs,
  type Tile,
  type TileRow,
  versionIn,
} from './timeline.ts'
export { type Placed, placeNote, undatedEntries, withoutPlace } from './timeline-entries.ts'
export { betterTitle, isTelling } from './titles.ts'
export { type TopicNode, topicPath, topicTree } from './topics.ts'
export { archivedCopy, type Ways, waysTo } from './ways.ts'

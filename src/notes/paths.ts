/** Every address in the app, below its base path. The compiler checks inner links with it, views link with it. */

import type { Axis } from './timeline.ts'

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

export interface TimelineQuery {
  /** EDTF down to the day. */
  from?: string
  to?: string
  topic?: string
  /** Slug of a note. */
  note?: string
  /** Where to open it: a day. */
  at?: string
  /** BCP 47. */
  lang?: string
}

export interface SearchQuery extends TimelineQuery {
  /** The words that are looked for. */
  q?: string
}

function withQuery(path: string, query: SearchQuery): string {
  const given = Object.entries(query).filter(([, value]) => value)
  return `${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
}

export const paths = {
  start: '/',
  note: (slug: string, anchor?: string) =>
    `/notes/${encodeURIComponent(slug)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`,
  /** A note with a translation of it. */
  beside: (slug: string, other: string) =>
    `/notes/${encodeURIComponent(slug)}?${new URLSearchParams({ beside: other })}`,
  /** The words that a reader has highlighted, by the highlight's id. */
  highlight: (slug: string, id: string) =>
    `/notes/${encodeURIComponent(slug)}#highlight-${encodeURIComponent(id)}`,
  topic: (path: string) => `/topics/${encodePath(path)}`,
  timeline: (query: TimelineQuery = {}) => withQuery('/timeline', query),
  /** A statement's place on the timeline, among all others. `day`: that it begins on, ISO. */
  onTimeline: (slug: string, statement: string, day: string, lang = '') =>
    `${withQuery('/timeline', { at: day, lang })}#${encodeURIComponent(`${slug}~${statement}`)}`,
  sources: '/sources',
  /** One source, by its key; its site tells where to look for it. */
  source: (key: string, site: string) => `/sources?${new URLSearchParams({ site, source: key })}`,
  search: (query: SearchQuery = {}) => withQuery('/search', query),
  settings: '/settings',
  /** The notes of a topic, or of the whole library, on one page. */
  paper: (topic?: string) => withQuery('/paper', { topic: topic ?? '' }),
  /** An image of the folder of notes. */
  file: (path: string) => `/files/${encodePath(path)}`,
}

/** Where the artifacts lie below the base path. */
export const artifactPaths = {
  /** Pages count from 1. */
  library: (page: number) => `data/library${pageSuffix(page)}.json`,
  newest: (page: number) => `data/newest${pageSuffix(page)}.json`,
  loose: (page: number) => `data/loose${pageSuffix(page)}.json`,
  topic: (path: string, page: number) => `data/topics/${path}${pageSuffix(page)}.json`,
  overview: (edition: string, axis: Axis) => `data/timeline/${edition}/${axis}/overview.json`,
  tile: (edition: string, axis: Axis, n: number) => `data/timeline/${edition}/${axis}/${n}.json`,
  days: (edition: string, axis: Axis, year: number) => `data/timeline/${edition}/${axis}/days-${year}.json`,
  undatedTile: (edition: string, n: number) => `data/timeline/${edition}/undated-${n}.json`,
  sources: 'data/sources.json',
  /** Shards count from 0. */
  sourceShard: (shard: number) => `data/sources/${shard}.json`,
  note: (slug: string) => `data/notes/${slug}.json`,
  search: 'data/search.json',
  searchPage: (number: number) => `data/search/pages/${number}.json`,
  searchText: (number: number) => `data/search/texts/${number}.json`,
  searchWords: (initial: string) =>
    `data/search/words/${(initial.codePointAt(0) as number).toString(16)}.json`,
  build: (build: string) => `data/builds/${build}.json`,
  buildPart: (hash: string) => `data/builds/parts/${hash}.json`,
  topicFiles: (path: string) => `data/topic-files/${path}.json`,
}

/** The element that holds the one artifact that a page shows, whose path it has as `data-path`. */
export const INLINED = 'script[data-path]'

/** The header by which the program says of which build it is, when it asks for data. */
export const BUILD_HEADER = 'dateline-build'

/** The file that says of which build the site is: `{ build }`. The page's `after-paint.js` asks for it. */
export const BUILD_NAME = 'build.json'

/** No name in an address has a dot. */
function pageSuffix(page: number): string {
  return page === 1 ? '' : `.${page}`
}

/** Part of an address as it was before it was percent-encoded; as it stands where it never was. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Decoded, for people to read; what would turn the line around or leave it stays encoded. */
export function readable(path: string): string {
  return decoded(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => encodeURIComponent(char))
}

import {
  nameTimeline,
  newestQuery,
  overviewQuery,
  sourceShardQuery,
  sourcesQuery,
  tileQuery,
  topicQuery,
} from '../library/index.ts'
import { type Overview, pickEdition, type SourceIndex } from '../notes/index.ts'
import type { Needs } from './needs.ts'

/** What the screens need that one goes to; a note's needs are with the program. */
export const NEEDS = {
  // With the picture of all time, so that nothing moves when it comes; the desk does without.
  start: (get, library, { language }) => {
    if (!library) return
    get(newestQuery)
    get(overviewQuery({ edition: pickEdition(library.editions, language), axis: 'told' }), 'optional')
  },
  topic: (get, _, { params }) => {
    get(topicQuery(params['*'] as string))
  },
  timeline: (get, library, { query, language }) => {
    if (!library) return
    const name = nameTimeline(library.editions, query, language)
    const overview = get<Overview>(overviewQuery(name))
    // What the timeline begins with, so that it can be read before the program is there.
    if (overview && overview.tiles.length > 0 && query.size === 0) get(tileQuery(name, 0), 'optional')
  },
  sources: (get) => {
    const index = get<SourceIndex>(sourcesQuery)
    if (index && index.shards.length > 0) get(sourceShardQuery(0))
  },
} satisfies Record<string, Needs>

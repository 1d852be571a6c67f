import '../../ui/pages.css'
import './sources.css'
import { useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { partsOf } from '../../calendar/index.ts'
import { bibliographyFiles } from '../../citing/index.ts'
import { libraryQuery, sourceShardQuery, sourcesQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { paths, type SourceIndex } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Link, TakeAlong } from '../../ui/index.ts'
import { OverTime } from './over-time.tsx'
import {
  asksForAll,
  filterSources,
  narrows,
  readFilter,
  type ShownSource,
  type SourceFilter,
  shownSources,
} from './shown-sources.ts'
import { SourceFilters } from './source-filters.tsx'
import { SiteLink, SourceItem } from './source-item.tsx'
import { useShards } from './use-shards.ts'

/** More are set when they are asked for. */
const PAGE = 60

/** Every source once, with what rests on it; narrowed and ordered as the address says. */
export function SourcesView() {
  const messages = useMessages()
  const { data: index } = useSuspenseQuery(sourcesQuery)
  return (
    <div className="page sources-page">
      <title>{messages.sources}</title>
      <h1 tabIndex={-1}>{messages.sources}</h1>
      {index.count === 0 ? (
        <>
          <h2>{messages.noSources}</h2>
          <p>{messages.noSourcesLead}</p>
        </>
      ) : (
        <AllSources />
      )}
    </div>
  )
}

function AllSources() {
  const messages = useMessages()
  const language = useLanguage()
  const { data: index } = useSuspenseQuery(sourcesQuery)
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const [params] = useSearchParams()
  const asked = useMemo(() => readFilter(params), [params])
  // What is typed stands there at once; a large library is looked through a moment later.
  const filter = useDeferredValue(asked)
  const followed = useReading((state) => state.followed)
  const narrowed = asksForAll(filter)
  const { shards, missing, more, readMore } = useShards(index, filter.site, narrowed)
  const [room, setRoom] = useState(PAGE)
  const all = useMemo(() => shownSources(shards, language), [shards, language])
  const found = useMemo(() => filterSources(all, filter, followed), [all, filter, followed])
  const shown = found.slice(0, room)
  const whole = filter.site === null && filter.source === null && !narrowed
  const files = useFiles(found, whole, index)
  return (
    <>
      <SourceFilters filter={asked} topics={library.pages[0]?.topics ?? []} />
      <p className="lead" role="status">
        {missing > 0
          ? messages.readingShards(missing)
          : whole
            ? messages.sourcesLead(messages.sourceCount(index.count), messages.siteCount(index.sites))
            : messages.sourceCount(found.length)}{' '}
        {narrows(filter) && <Link to={paths.sources}>{messages.clearFilters}</Link>}
      </p>
      {found.length > 0 && missing === 0 && <TakeAlong label={messages.takeSourcesAlong} files={files} />}
      {found.length === 0 && missing === 0 && <p>{messages.noSourceMatches}</p>}
      {filter.site !== null && filter.source === null && <OverTime site={filter.site} sources={found} />}
      <Groups sources={shown} filter={filter} />
      {(found.length > room || more) && (
        <button
          type="button"
          onClick={() => {
            setRoom((last) => last + PAGE)
            if (more) readMore()
          }}
        >
          {messages.showMore}
        </button>
      )}
    </>
  )
}

/** All sources that are asked for, at hand or not yet, as files for other programs. */
function useFiles(found: readonly ShownSource[], whole: boolean, index: SourceIndex) {
  const client = useQueryClient()
  const language = useLanguage()
  const read = async () => {
    const shards = index.shards.map((_, i) => client.ensureQueryData(sourceShardQuery(i)))
    return shownSources(await Promise.all(shards), language)
  }
  return bibliographyFiles('sources', async (format) => {
    const { BIBLIOGRAPHIES, namedNote } = await import('../../exports/index.ts')
    const sources = whole ? await read() : found
    const named = sources.map(({ notes, ...source }) => {
      return { ...source, namedIn: notes.map(({ note }) => namedNote(note)) }
    })
    return BIBLIOGRAPHIES[format].write(named)
  })
}

/** Under their sites, under years, or in one list, as they are ordered. */
function Groups({ sources, filter }: { sources: readonly ShownSource[]; filter: SourceFilter }) {
  const messages = useMessages()
  const { sort } = filter
  const groups = new Map<string, ShownSource[]>()
  for (const source of sources) {
    const name =
      sort === 'site'
        ? source.site
        : sort === 'date'
          ? source.date === undefined
            ? messages.withoutDate
            : String(partsOf(source.date).year)
          : ''
    groups.set(name, [...(groups.get(name) ?? []), source])
  }
  return [...groups].map(([name, inGroup]) => (
    <section key={name} className="site-group">
      {name && <h2>{sort === 'site' ? <SiteLink site={name} /> : name}</h2>}
      <ul>
        {inGroup.map((source) => (
          <SourceItem
            key={source.key}
            source={source}
            open={filter.source !== null}
            withSite={sort !== 'site'}
          />
        ))}
      </ul>
    </section>
  ))
}

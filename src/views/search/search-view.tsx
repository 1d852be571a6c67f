import '../../ui/pages.css'
import './search.css'
import { useEffect, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { parseEnds } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'
import { paths } from '../../notes/index.ts'
import { LONGEST_QUERY, type SearchFilter } from '../../search/index.ts'
import { Link, STAY, useLeaving } from '../../ui/index.ts'
import { walkByArrows } from './arrow-keys.ts'
import { DateOffer } from './date-offer.tsx'
import { Results } from './results.tsx'
import { SearchField } from './search-field.tsx'
import { SearchFilters } from './search-filters.tsx'
import { useSearch } from './use-search.ts'

const AT_FIRST = 10
/** How long after a key the address is renewed; milliseconds. Browsers refuse more than a few changes a second. */
const SETTLED_AFTER = 150

/** The page of the search: what is looked for, and what narrows it, stands in the address. */
export function SearchView() {
  const messages = useMessages()
  const [params, setParams] = useSearchParams()
  const hint = useId()
  const asked = (params.get('q') ?? '').slice(0, LONGEST_QUERY)
  const [text, setText] = useState(asked)
  const [sought, setSought] = useState(asked)
  /** The address may change by a link, or by going back; what was written into it from here may come late. */
  const [seen, setSeen] = useState(asked)
  const [written, setWritten] = useState<string>()
  const [wanted, setWanted] = useState(AT_FIRST)
  if (asked !== seen) {
    setSeen(asked)
    setWanted(AT_FIRST)
    if (asked !== written) {
      setText(asked)
      setSought(asked)
      setWritten(undefined)
    }
  }
  const write = (query: string) => {
    if (query === asked) return
    setWritten(query)
    setParams((last) => withQuery(last, query), { replace: true, ...STAY })
  }
  const leaving = useLeaving()
  useEffect(() => {
    // A change of the address would call back what is on its way to another screen.
    if (leaving) return
    const timer = setTimeout(() => write(sought), SETTLED_AFTER)
    return () => clearTimeout(timer)
  })
  const filter = readFilter(params)
  const searched = useSearch(sought, filter, wanted)
  const narrowed = Object.keys(filter).length > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only move between what has the focus anyway
    <div className="page search-page" onKeyDown={walkByArrows}>
      <title>{sought ? `${sought} · ${messages.search}` : messages.search}</title>
      <h1 tabIndex={-1}>{messages.search}</h1>
      <SearchField
        text={text}
        hint={hint}
        onText={setText}
        onSought={(query) => {
          setSought(query)
          setWanted(AT_FIRST)
        }}
        onEnter={() => write(text)}
      />
      <p id={hint} className="hint">
        {messages.searchHint}
      </p>
      <SearchFilters open={narrowed} />
      <DateOffer text={sought} topic={filter.topic} />
      <Results searched={searched}>
        <p>{messages.nothingFoundLead}</p>
        <p className="ways">
          {narrowed && <Link to={paths.search({ q: sought })}>{messages.withoutFilters}</Link>}
          {/["“„«「『]/.test(sought) && (
            <Link
              to={paths.search({
                ...Object.fromEntries(params),
                q: sought.replace(/["“”„«»「」『』]/g, ' ').trim(),
              })}
            >
              {messages.withoutQuotes}
            </Link>
          )}
          <Link to={paths.start}>{messages.toStart}</Link>
          <Link to={paths.timeline()}>{messages.timeline}</Link>
        </p>
      </Results>
      {searched.results?.more && (
        <button type="button" className="more" onClick={() => setWanted(wanted + AT_FIRST)}>
          {messages.showMore}
        </button>
      )}
    </div>
  )
}

function withQuery(last: URLSearchParams, query: string): URLSearchParams {
  const next = new URLSearchParams(last)
  if (query) next.set('q', query)
  else next.delete('q')
  return next
}

/** Reads the filter from the address; what cannot be read there is left out. */
function readFilter(params: URLSearchParams): SearchFilter {
  const [topic, language] = [params.get('topic'), params.get('lang')]
  return {
    ...(topic ? { topic } : {}),
    ...(language ? { language } : {}),
    ...parseEnds(params.get('from') ?? '', params.get('to') ?? ''),
  }
}

import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Day, formatRange, rangeEnds } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { paths } from '../../notes/index.ts'
import { Link, readRange, useToday } from '../../ui/index.ts'

/** UTF-16 units: longer texts are no dates. */
const LONGEST = 40

/** What is typed, as a range of dates; null where it is none. */
export function typedRangeQuery(text: string, language: string, today: Day | undefined) {
  const typed = text.trim()
  return queryOptions({
    queryKey: ['typed range', typed, language, today],
    // The finder may not load; the search goes on without it.
    queryFn: async () => (await readRange(typed, language, today).catch(() => undefined)) ?? null,
    enabled: typed.length > 1 && typed.length <= LONGEST && today !== undefined,
  })
}

/** Where what is typed is a date, the way to it on the timeline. */
export function DateOffer({
  text,
  topic,
  onFollow,
}: {
  text: string
  topic?: string | undefined
  onFollow?: (() => void) | undefined
}) {
  const messages = useMessages()
  const language = useLanguage()
  const today = useToday()
  const { data: range } = useQuery(typedRangeQuery(text, language, today))
  if (!range) return null
  const ends = rangeEnds(range)
  return (
    <p className="found date-offer">
      <Link to={paths.timeline({ ...ends, ...(topic ? { topic } : {}) })} onClick={onFollow}>
        {messages.labelled(messages.timeline)}
        <time>{formatRange(range, language)}</time>
      </Link>
    </p>
  )
}

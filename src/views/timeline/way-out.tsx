import { type DayRange, formatRange, rangeEnds } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { Link } from '../../ui/index.ts'
import { withParams } from './choices.ts'
import type { Filter } from './filter.ts'

/** Nothing is shown: where the nearest statements are, and what could be asked for less strictly. */
export function WayOut({
  filter,
  params,
  nearest,
}: {
  filter: Filter
  params: URLSearchParams
  nearest: { before?: DayRange; after?: DayRange }
}) {
  const messages = useMessages()
  const language = useLanguage()
  const ways = [
    [messages.nearestBefore, nearest.before],
    [messages.nearestAfter, nearest.after],
  ] as const
  const parts: [name: string, is: string | boolean | undefined, words: string][] = [
    ['q', filter.words, filter.words],
    ['topic', filter.topic, messages.topic],
    ['note', filter.note, messages.oneNote],
    ['lang', filter.language, messages.language],
    ['unread', filter.unread, messages.onlyUnread],
    ['starred', filter.starred, messages.onlyStarred],
    ['sourced', filter.sourced, messages.onlySourced],
    ['new', filter.fresh, messages.onlyNew],
    ['axis', filter.axis !== 'told', messages.axes[filter.axis]],
  ]
  const to = (changes: Record<string, string | undefined>) => ({ search: `?${withParams(params, changes)}` })
  return (
    <section className="empty">
      <h2>{messages.nothingHere}</h2>
      <ul className="ways">
        {ways.map(
          ([say, range]) =>
            range && (
              <li key={range.from}>
                <Link to={to({ ...rangeEnds(range) })}>{say(formatRange(range, language))}</Link>
              </li>
            ),
        )}
        {parts.map(
          ([name, is, words]) =>
            is && (
              <li key={name}>
                <Link
                  to={to({
                    [name]: undefined,
                    ...(name === 'topic' || name === 'note' ? { vs: undefined } : {}),
                  })}
                >
                  {messages.without(words)}
                </Link>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}

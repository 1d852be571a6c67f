import { useId } from 'react'
import { useSearchParams } from 'react-router'
import type { Day } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'
import { RangeField, useToday } from '../../ui/index.ts'

/** A topic that can be chosen, with the number of statements that it would show. */
export interface TopicChoice {
  path: string
  name: string
  depth: number
  count: number
}

/** Range and topic; what is chosen is written into the address. */
export function Filters({
  topics,
  total,
  extent,
}: {
  topics: readonly TopicChoice[]
  total: number
  extent: { from: Day; to: Day } | undefined
}) {
  const messages = useMessages()
  const [params, setParams] = useSearchParams()
  const topicId = useId()
  return (
    <section className="filters" aria-label={messages.timeline}>
      <RangeField
        ends={{ from: params.get('from') ?? '', to: params.get('to') ?? '' }}
        extent={extent}
        today={useToday()}
        onRange={(ends) => setParams((last) => withRange(last, ends))}
      />
      {topics.length > 0 && (
        <p className="field">
          <label htmlFor={topicId}>{messages.topic}</label>
          <select
            id={topicId}
            value={params.get('topic') ?? ''}
            onChange={(event) => setParams((last) => withTopic(last, event.target.value))}
          >
            <option value="">{`${messages.allTopics} (${total})`}</option>
            {topics.map(({ path, name, depth, count }) => (
              <option key={path} value={path}>{`${'\u2003'.repeat(depth)}${name} (${count})`}</option>
            ))}
          </select>
        </p>
      )}
    </section>
  )
}

/** The same address, with another range. */
export function withRange(
  last: URLSearchParams,
  { from, to }: { from: string; to: string },
): URLSearchParams {
  const next = new URLSearchParams(last)
  for (const [name, value] of Object.entries({ from, to })) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

function withTopic(last: URLSearchParams, topic: string): URLSearchParams {
  const next = new URLSearchParams(last)
  if (topic) next.set('topic', topic)
  else next.delete('topic')
  return next
}

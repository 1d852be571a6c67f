import { type FormEvent, useEffect, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { parseRange, toIso } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'

/** A topic that can be chosen, with the number of statements that it would show. */
export interface TopicChoice {
  path: string
  name: string
  depth: number
  count: number
}

/** Range and topic; what is chosen is written into the address. */
export function Filters({ topics, total }: { topics: readonly TopicChoice[]; total: number }) {
  const messages = useMessages()
  const [params, setParams] = useSearchParams()
  const written = rangeText(params)
  const [range, setRange] = useState(written)
  const unreadable = ['from', 'to'].some((end) => params.get(end) && !parseRange(params.get(end) as string))
  const [wrong, setWrong] = useState(unreadable)
  const ids = { range: useId(), hint: useId(), topic: useId() }
  // The address may change by a link or by going back.
  useEffect(() => {
    setRange(written)
    setWrong(unreadable)
  }, [written, unreadable])

  const apply = (event: FormEvent) => {
    event.preventDefault()
    const typed = range.trim()
    const parsed = parseRange(typed)
    setWrong(typed !== '' && !parsed)
    if (typed !== '' && !parsed) return
    const [from = '', to = from] = typed.includes('..') ? typed.split('..').map((end) => end.trim()) : [typed]
    const plain = [from, to].every((end) => end === '' || /^-?\d{4}(?:-\d{2}){0,2}$/.test(end))
    setParams((last) =>
      withRange(last, plain ? { from, to } : { from: iso(parsed?.from), to: iso(parsed?.to) }),
    )
  }
  return (
    <form className="filters" onSubmit={apply} aria-label={messages.timeline}>
      <p className="field">
        <label htmlFor={ids.range}>{messages.dateRange}</label>
        <input
          id={ids.range}
          value={range}
          onChange={(event) => setRange(event.target.value)}
          placeholder="2025-09..2025-10"
          aria-describedby={ids.hint}
          aria-invalid={wrong}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <button type="submit">{messages.apply}</button>
        <span id={ids.hint} className="hint" role={wrong ? 'alert' : undefined} data-wrong={wrong}>
          {wrong ? messages.dateRangeWrong : messages.dateRangeHint}
        </span>
      </p>
      {topics.length > 0 && (
        <p className="field">
          <label htmlFor={ids.topic}>{messages.topic}</label>
          <select
            id={ids.topic}
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
    </form>
  )
}

/** The range as one would type it. */
export function rangeText(params: URLSearchParams): string {
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  return from === to ? from : `${from}..${to}`
}

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

function iso(day: number | undefined): string {
  return day === undefined ? '' : toIso(day)
}

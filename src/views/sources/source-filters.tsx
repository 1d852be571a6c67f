import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { useMessages } from '../../messages/index.ts'
import type { Topic } from '../../notes/index.ts'
import { STAY } from '../../ui/index.ts'
import type { SourceFilter } from './shown-sources.ts'

/** Words, topic, followed or not, and the order; what is chosen is written into the address. */
export function SourceFilters({ filter, topics }: { filter: SourceFilter; topics: readonly Topic[] }) {
  const messages = useMessages()
  const [, setParams] = useSearchParams()
  const words = useId()
  const put = (name: string, value: string) =>
    setParams(
      (last) => {
        const next = new URLSearchParams(last)
        if (value) next.set(name, value)
        else next.delete(name)
        next.delete('source')
        return next
      },
      // Words are typed a letter at a time: going back leads to the page before.
      { replace: name === 'q', ...STAY },
    )
  return (
    <form
      aria-label={messages.sources}
      className="filters source-filters"
      onSubmit={(event) => event.preventDefault()}
    >
      <p className="field">
        <label htmlFor={words}>{messages.wordsInSources}</label>
        <input
          id={words}
          type="search"
          value={filter.words}
          onChange={({ target }) => put('q', target.value)}
        />
      </p>
      {topics.length > 0 && (
        <Choice
          label={messages.topic}
          value={filter.topic ?? ''}
          choices={[['', messages.allTopics], ...choicesOf(topics)]}
          onChoose={(value) => put('topic', value)}
        />
      )}
      <Choice
        label={messages.followed}
        value={filter.followed ?? ''}
        choices={[
          ['', messages.followedOrNot],
          ['yes', messages.followed],
          ['no', messages.notFollowed],
        ]}
        onChoose={(value) => put('followed', value)}
      />
      <Choice
        label={messages.order}
        value={filter.sort === 'site' ? '' : filter.sort}
        choices={[
          ['', messages.bySite],
          ['date', messages.byDate],
          ['cited', messages.byUse],
        ]}
        onChoose={(value) => put('sort', value)}
      />
    </form>
  )
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string
  value: string
  choices: readonly (readonly [value: string, name: string])[]
  onChoose: (value: string) => void
}) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}

function choicesOf(topics: readonly Topic[], depth = 0): [value: string, name: string][] {
  return topics.flatMap(({ path, name, topics: below }) => [
    [path, `${'\u2003'.repeat(depth)}${name}`] as [string, string],
    ...choicesOf(below, depth + 1),
  ])
}

import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useSearchParams } from 'react-router'
import { libraryQuery, searchQuery } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import type { Topic } from '../../notes/index.ts'
import { languageName, RangeField, useToday } from '../../ui/index.ts'

/** What a search is narrowed to, in the words of the timeline; each choice is written into the address. */
export function SearchFilters({ open }: { open: boolean }) {
  const messages = useMessages()
  const [params, setParams] = useSearchParams()
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const { data: index } = useQuery(searchQuery)
  const topics = listTopics(library.pages.flatMap((page) => page.topics))
  const languages = index?.languages ?? []
  const choose = (chosen: Readonly<Record<string, string>>) =>
    setParams((last) => {
      const next = new URLSearchParams(last)
      for (const [name, value] of Object.entries(chosen)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  return (
    <details className="filters" open={open}>
      <summary>{messages.searchFilters}</summary>
      <div className="choices">
        <RangeField
          ends={{ from: params.get('from') ?? '', to: params.get('to') ?? '' }}
          today={useToday()}
          onRange={(ends) => choose({ ...ends })}
        />
        {topics.length > 0 && (
          <Choice
            label={messages.topic}
            all={messages.allTopics}
            value={params.get('topic') ?? ''}
            onChoice={(topic) => choose({ topic })}
          >
            {topics.map(({ path, name, depth }) => (
              <option key={path} value={path}>{`${'\u2003'.repeat(depth)}${name}`}</option>
            ))}
          </Choice>
        )}
        {languages.length > 1 && (
          <Choice
            label={messages.noteLanguage}
            all={messages.allLanguages}
            value={params.get('lang') ?? ''}
            onChoice={(lang) => choose({ lang })}
          >
            {languages.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languageName(tag)}
              </option>
            ))}
          </Choice>
        )}
      </div>
    </details>
  )
}

function Choice({
  label,
  all,
  value,
  onChoice,
  children,
}: {
  label: string
  all: string
  value: string
  onChoice: (value: string) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoice(event.target.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </p>
  )
}

function listTopics(
  topics: readonly Topic[],
  depth = 0,
): (Pick<Topic, 'path' | 'name'> & { depth: number })[] {
  return topics.flatMap(({ path, name, topics: below }) => [
    { path, name, depth },
    ...listTopics(below, depth + 1),
  ])
}

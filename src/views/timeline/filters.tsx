import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { type Messages, useLanguage, useMessages } from '../../messages/index.ts'
import { AXES, type Topic } from '../../notes/index.ts'
import { useLeaving } from '../../ui/index.ts'
import { type Count, type Params, topicChoices } from './choices.ts'
import type { Filter } from './filter.ts'
import { NoteField } from './note-field.tsx'

/** What can be switched on by itself: its part of the filter, its name in the address, its words. */
const SWITCHES = [
  ['unread', 'unread', 'onlyUnread'],
  ['starred', 'starred', 'onlyStarred'],
  ['sourced', 'sourced', 'onlySourced'],
  ['fresh', 'new', 'onlyNew'],
] as const

/** All that narrows the timeline but its dates, with how many statements each choice would show. */
export function Filters({
  filter,
  topics,
  onTopics,
  titles,
  tags,
  languages,
  count,
  onChange,
}: {
  filter: Filter
  topics: readonly Topic[]
  /** More topics may be wanted. */
  onTopics: () => void
  /** Of the notes chosen, where known. */
  titles: readonly [note: string, versus: string]
  /** Languages to choose from; no choice where there is only one. */
  tags: readonly string[]
  languages: { countOf: (language: string) => Count | undefined; ask: () => void }
  /** How many would be shown if the filter were changed so. */
  count: (change: Partial<Filter>) => Count
  onChange: (params: Params) => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const say = (name: string, one: Count) => {
    const text = countText(one, messages, language)
    return text ? `${name} (${text})` : name
  }
  const choices = topicChoices(topics, filter.note ? [] : [filter.topic, filter.versus], (topic) =>
    count({ topic, versus: undefined }),
  )
  const option = ({ path, name, depth, count: own }: (typeof choices)[number]) => (
    <option key={path} value={path}>{`${'\u2003'.repeat(depth)}${say(name, own)}`}</option>
  )
  const sayKnown = (name: string, one: Count | undefined) => (one ? say(name, one) : name)
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return (
    <div className="filters">
      <Words words={filter.words} onChange={(q) => onChange({ q })} />
      {(topics.length > 0 || choices.length > 0) && !filter.note && (
        <Choice
          label={messages.topic}
          value={filter.topic}
          onFocus={onTopics}
          onChange={(topic) => onChange({ topic, vs: undefined })}
        >
          <option value="">{say(messages.allTopics, count({ topic: undefined, versus: undefined }))}</option>
          {choices.map(option)}
        </Choice>
      )}
      <NoteField
        label={messages.oneNote}
        value={filter.note}
        title={titles[0]}
        onChange={(note) => onChange({ note, topic: undefined, vs: undefined })}
      />
      {filter.note && (
        <NoteField
          label={messages.compareWith}
          value={filter.versus}
          title={titles[1]}
          except={filter.note}
          onChange={(vs) => onChange({ vs })}
        />
      )}
      {filter.topic && (
        <Choice
          label={messages.compareWith}
          value={filter.versus}
          onFocus={onTopics}
          onChange={(vs) => onChange({ vs })}
        >
          <option value="">{messages.nothingToCompare}</option>
          {choices.filter(({ path }) => path !== filter.topic).map(option)}
        </Choice>
      )}
      {tags.length > 1 && (
        <Choice
          label={messages.language}
          onFocus={languages.ask}
          value={filter.language}
          onChange={(lang) => onChange({ lang })}
        >
          <option value="">{say(messages.allLanguages, count({ language: undefined }))}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {sayKnown(names.of(tag) ?? tag, languages.countOf(tag))}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={messages.axis}
        value={filter.axis}
        onChange={(axis) => onChange({ axis: axis === 'told' ? undefined : axis })}
      >
        {AXES.map((axis) => (
          <option key={axis} value={axis}>
            {messages.axes[axis]}
          </option>
        ))}
      </Choice>
      <fieldset className="switches">
        <legend className="visually-hidden">{messages.filters}</legend>
        {SWITCHES.map(([part, name, words]) => (
          <Switch
            key={part}
            on={filter[part]}
            label={messages[words]}
            count={countText(count({ [part]: true }), messages, language)}
            onChange={(on) => onChange({ [name]: on ? '1' : undefined })}
          />
        ))}
      </fieldset>
    </div>
  )
}

export function countText({ count, known }: Count, messages: Messages, language: string): string {
  if (known === 'atLeast' && count === 0) return ''
  const text = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count)
  return known === 'exactly'
    ? text
    : known === 'about'
      ? messages.aboutCount(text)
      : messages.atLeastCount(text)
}

/** What a field shows: what was chosen in it, until the address says what holds. */
function useShown<T>(value: T): [T, (next: T) => void] {
  const [shown, setShown] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setShown(value)
  }
  return [shown, setShown]
}

function Switch({
  on,
  label,
  count,
  onChange,
}: {
  on: boolean
  label: string
  count: string
  onChange: (on: boolean) => void
}) {
  const [shown, setShown] = useShown(on)
  return (
    <label>
      <input
        type="checkbox"
        checked={shown}
        onChange={({ target }) => {
          setShown(target.checked)
          onChange(target.checked)
        }}
      />
      {label} <span className="count">{count}</span>
    </label>
  )
}

function Choice({
  label,
  value = '',
  onFocus,
  onChange,
  children,
}: {
  label: string
  value?: string | undefined
  onFocus?: () => void
  onChange: (value: string) => void
  children: ReactNode
}) {
  const id = useId()
  const [shown, setShown] = useShown(value)
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={shown}
        onFocus={onFocus}
        onPointerEnter={onFocus}
        onChange={({ target }) => {
          setShown(target.value)
          onChange(target.value)
        }}
      >
        {children}
      </select>
    </p>
  )
}

/** Milliseconds of rest after which typed words count. */
const RESTS = 300

/** Words narrow as they are typed, a moment after. */
function Words({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const messages = useMessages()
  const id = useId()
  const [text, setText] = useState(words)
  const [sent, setSent] = useState<string>()
  const [seen, setSeen] = useState(words)
  if (seen !== words) {
    setSeen(words)
    // The echo of what was typed here is older than what has been typed since; any other change comes from outside.
    setSent(undefined)
    if (words !== sent) setText(words)
  }
  const send = () => {
    setSent(text.trim())
    onChange(text.trim())
  }
  const leaving = useLeaving()
  useEffect(() => {
    // What is on its way is not sent again: going back would lead to it a second time. And what is typed calls nobody back.
    if (leaving || text.trim() === (sent ?? words.trim())) return
    const timer = setTimeout(send, RESTS)
    return () => clearTimeout(timer)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={id}>{messages.words}</label>
      <input
        id={id}
        type="search"
        value={text}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
        dir="auto"
      />
    </form>
  )
}

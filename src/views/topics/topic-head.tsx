import type { Versions } from '../../library/index.ts'
import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { nameLanguage, paths } from '../../notes/index.ts'
import { statusOf, useReading } from '../../reading/index.ts'
import { Link } from '../../ui/index.ts'
import type { FilledTopic } from './filled-topic.ts'

/** A topic's name with how many of its notes are unread or, where not all of them are at hand, how many there are. */
export function TopicHead({
  topic,
  onFollow,
  counted = true,
}: {
  topic: FilledTopic
  onFollow?: (() => void) | undefined
  counted?: boolean
}) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const whole = topic.all.length === topic.count
  const unread = useReading(({ notes }) => countUnread(notes, topic.all))
  const count = whole ? unread : topic.count
  return (
    <Link className="topic-head" to={paths.topic(topic.path)} onClick={onFollow}>
      <span lang={nameLanguage(topic.name, language)} dir="auto">
        {topic.name}
      </span>
      {counted && count > 0 && (
        <span className="count">
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">
            {whole ? messages.unreadCount(count) : messages.noteCount(count)}
          </span>
        </span>
      )}
    </Link>
  )
}

function countUnread(notes: Parameters<typeof statusOf>[0], all: readonly Versions[]): number {
  return all.filter(
    (versions) =>
      statusOf(
        notes,
        versions.map(({ slug }) => slug),
      ) !== 'finished',
  ).length
}

import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { Icon } from '../../ui/index.ts'

/**
 * Stars a statement. One that holds a date is starred by its card: in the text it shows only that it is. `bare`: it
 * holds none.
 */
export function StarButton({ slug, statement, bare }: { slug: string; statement: string; bare: boolean }) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const starred = useReading(({ notes }) => notes.get(slug)?.starred.get(statement)?.on ?? false)
  if (!bare && !starred) return null
  return (
    <button
      type="button"
      className="star"
      lang={language}
      aria-pressed={starred}
      aria-label={messages.star}
      title={messages.star}
      onClick={() => store.star(slug, statement, !starred)}
    >
      <Icon shape="star" />
    </button>
  )
}

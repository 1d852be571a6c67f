import { useMessages } from '../../messages/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { Icon } from '../../ui/index.ts'

/** Stars a statement. `bare`: it holds no date of its own, by whose card it could be starred. */
export function StarButton({ slug, statement, bare }: { slug: string; statement: string; bare: boolean }) {
  const messages = useMessages()
  const store = useReadingStore()
  const starred = useReading(({ notes }) => notes.get(slug)?.starred.get(statement)?.on ?? false)
  return (
    <button
      type="button"
      className="star"
      data-bare={bare}
      aria-pressed={starred}
      aria-label={messages.star}
      title={messages.star}
      onClick={() => store.star(slug, statement, !starred)}
    >
      <Icon shape="star" />
    </button>
  )
}

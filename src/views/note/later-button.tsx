import { useFirstMessages } from '../../messages/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'

/** Lays the note aside to be read later, or takes it off that list. */
export function LaterButton({ slug }: { slug: string }) {
  const { readLater, notLater } = useFirstMessages()
  const store = useReadingStore()
  const queued = useReading(({ notes }) => notes.get(slug)?.queued?.on ?? false)
  return (
    <button type="button" className="inline" onClick={() => store.queue(slug, !queued)}>
      {queued ? notLater : readLater}
    </button>
  )
}

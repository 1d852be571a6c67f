import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { hasReadSection, useReading, useReadingStore } from '../../reading/index.ts'
import { Icon } from '../../ui/index.ts'

/** Says at a section's heading whether it was read, and changes that. `section`: the id of the heading, which names it. */
export function SectionReadButton({ slug, section }: { slug: string; section: string }) {
  const { sectionRead } = useFirstMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const read = useReading(({ notes }) => hasReadSection(notes.get(slug), section))
  // Amid the text, where no name may be one that scripts know things by.
  const id = `read-${section}`
  return (
    <button
      type="button"
      id={id}
      className="section-read"
      lang={language}
      aria-pressed={read}
      aria-label={sectionRead}
      aria-labelledby={`${id} ${section}`}
      title={sectionRead}
      onClick={() => store.section(slug, section, !read)}
    >
      <Icon shape={read ? 'read' : 'unread'} />
    </button>
  )
}

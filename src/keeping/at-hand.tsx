import { useEffect, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { type Body, direction, type Note, type NoteVersion, paths } from '../notes/index.ts'
import { fold } from '../search/index.ts'
import { Link } from '../ui/index.ts'
import { CACHES, noteAt } from '../worker/index.ts'

/** What was opened last stands first. */
const MOST = 12
/** So many notes are looked through in vain. */
const MOST_READ = 500
/** Which traditional characters a library is searched by stands in its index, which is not there. */
const PLAIN = new Map<string, string>()

/**
 * The notes that open without a connection, for who has just met something that does not; `words`: those that hold all
 * of these.
 */
export function AtHand({ words = '' }: { words?: string }) {
  const { keeping, nothingFound } = useMessages()
  const [notes, setNotes] = useState<readonly NoteVersion[]>()
  useEffect(() => {
    let wanted = true
    const show = (found: readonly NoteVersion[]) => wanted && setNotes(found)
    readNotes(words).then(show, () => show([]))
    return () => {
      wanted = false
    }
  }, [words])
  if (!notes) return null
  if (notes.length === 0) return words ? <p>{nothingFound}</p> : null
  return (
    <section className="at-hand" aria-labelledby="at-hand">
      <h2 id="at-hand">{keeping.atHand}</h2>
      <ul>
        {notes.map(({ slug, language, title }) => (
          <li key={slug} lang={language} dir={direction(language)}>
            <Link to={paths.note(slug)}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function readNotes(words: string): Promise<Note[]> {
  const wanted = fold(words, PLAIN).split(' ')
  const found = new Map<string, Note>()
  for (const name of [CACHES.seen, CACHES.kept]) {
    const cache = await caches.open(name)
    const keys = [...(await cache.keys())].reverse().filter(({ url }) => noteAt(url) !== undefined)
    for (const key of keys.slice(0, MOST_READ)) {
      if (found.size === MOST) break
      const note = (await (await cache.match(key))?.json()) as Note
      const text = fold([note.title, ...textsIn(note.body)].join(' '), PLAIN)
      if (wanted.every((word) => text.includes(word))) found.set(note.slug, note)
    }
  }
  return [...found.values()]
}

function textsIn(body: readonly Body[]): string[] {
  return body.flatMap((one) => (typeof one === 'string' ? one : textsIn(one.slice(2) as Body[])))
}

import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../messages/index.ts'
import { direction, type NoteVersion, paths } from '../notes/index.ts'
import { CACHES, noteAt } from '../worker/index.ts'

/** What was opened last stands first. */
const MOST = 12

/** The notes that open without a connection, for who has just met one that does not. */
export function AtHand() {
  const { keeping } = useMessages()
  const [notes, setNotes] = useState<readonly NoteVersion[]>([])
  useEffect(() => {
    readNotes().then(setNotes, () => undefined)
  }, [])
  if (notes.length === 0) return null
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

async function readNotes(): Promise<NoteVersion[]> {
  const found = new Map<string, Cache>()
  const keys = new Map<string, Request>()
  for (const name of [CACHES.seen, CACHES.kept]) {
    const cache = await caches.open(name)
    for (const key of [...(await cache.keys())].reverse()) {
      const slug = noteAt(key.url)
      if (slug === undefined || found.has(slug) || found.size === MOST) continue
      found.set(slug, cache)
      keys.set(slug, key)
    }
  }
  return Promise.all(
    [...found].map(async ([slug, cache]) => {
      const response = await cache.match(keys.get(slug) as Request)
      return (await response?.json()) as NoteVersion
    }),
  )
}

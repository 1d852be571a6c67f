import { useMemo, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { compareTimes, densityOfEntries } from '../../notes/index.ts'
import { DensityPicture, laneOf } from '../../ui/index.ts'
import type { ShownSource, ShownStatement } from './shown-sources.ts'
import { SupportedStatements } from './source-item.tsx'

/** More are set when they are asked for. */
const PAGE = 50

/** What the sources of one site support, each statement once: as a picture, and in order of time. */
export function OverTime({ site, sources }: { site: string; sources: readonly ShownSource[] }) {
  const messages = useMessages()
  const statements = useMemo(() => inTime(sources), [sources])
  const lane = useMemo(() => laneOf(site, (level) => densityOfEntries(statements, level)), [site, statements])
  const [room, setRoom] = useState(PAGE)
  const [first, last] = [statements[0], statements.at(-1)]
  if (!first || !last) return null
  const from = statements.reduce((day, { at }) => Math.min(day, at.from), first.at.from)
  const to = statements.reduce((day, { at }) => Math.max(day, at.from), from)
  return (
    <section className="over-time" aria-labelledby="over-time">
      <h2 id="over-time">{messages.overTime}</h2>
      {from < to && <DensityPicture lane={lane} extent={{ from, to }} />}
      <details>
        <summary>{messages.inOrderOfTime(messages.statementCount(statements.length))}</summary>
        <SupportedStatements statements={statements.slice(0, room)} />
        {statements.length > room && (
          <button type="button" onClick={() => setRoom((more) => more + PAGE)}>
            {messages.showAll(Math.min(PAGE, statements.length - room))}
          </button>
        )}
      </details>
    </section>
  )
}

/** One that several of them support is likely only where it is so for all. */
function inTime(sources: readonly ShownSource[]): ShownStatement[] {
  const all = new Map<string, ShownStatement>()
  for (const one of sources.flatMap(({ statements }) => statements)) {
    const key = `${one.note.slug} ${one.id}`
    if (!all.get(key) || !one.likely) all.set(key, one)
  }
  return [...all.values()].sort((a, b) => compareTimes(a.at, b.at))
}

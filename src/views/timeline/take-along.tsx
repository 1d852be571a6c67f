import { useEffect, useState } from 'react'
import { useHref } from 'react-router'
import type { StatementFormatName } from '../../exports/index.ts'
import { readTiles } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import { type Entry, type Placed, paths } from '../../notes/index.ts'
import { saveFile, useToday } from '../../ui/index.ts'
import { Underway } from './coming.tsx'
import { beginsIn, type Filter } from './filter.ts'
import type { TileHead } from './tiles.ts'
import type { Supply } from './use-supply.ts'

const NAMES: readonly StatementFormatName[] = ['csv', 'ics', 'json', 'markwhen', 'timelinejs']

/** A file that is being written. */
interface Writing {
  control: AbortController
  read: number
}

/** All statements that are asked for, read or not yet, as a file for another program. */
export function TakeAlong({
  supply,
  tiles,
  filter,
  test,
}: {
  supply: Supply
  tiles: readonly TileHead[]
  filter: Filter
  test: (entry: Entry) => boolean
}) {
  const messages = useMessages()
  const today = useToday()
  const base = useHref(paths.start)
  const [writing, setWriting] = useState<Writing>()
  const [outcome, setOutcome] = useState('')
  const control = writing?.control
  useEffect(() => () => control?.abort(), [control])

  const take = async (name: StatementFormatName) => {
    const mine = new AbortController()
    setWriting({ control: mine, read: 0 })
    setOutcome('')
    try {
      const { beginFile, STATEMENT_FORMATS } = await import('../../exports/index.ts')
      const site = new URL(base, location.href).href.replace(/\/$/, '')
      const file = beginFile(name, today ?? 0)
      const pieces: Blob[] = []
      const keep = (piece: string) => pieces.push(new Blob([piece]))
      const numbers = tiles.map(({ n }) => n)
      for await (const entries of supply.entries
        ? [supply.entries]
        : readTiles(supply.name, numbers, mine.signal)) {
        if (mine.signal.aborted) return
        const taken = (entries as Placed[])
          .filter((entry) => beginsIn(entry, filter.range) && test(entry))
          .map((entry) => ({ entry, address: site + paths.note(entry.note.slug, entry.id) }))
        keep(file.add(taken))
        setWriting((before) => before && { ...before, read: before.read + entries.length })
      }
      keep(file.end())
      const { ending, type } = STATEMENT_FORMATS[name]
      saveFile(new Blob(pieces), `timeline.${ending}`, type)
      if (file.leftOut() > 0) setOutcome(messages.leftOut(messages.statementCount(file.leftOut())))
    } catch {
      if (!mine.signal.aborted) setOutcome(messages.tilesMissing)
    } finally {
      setWriting(undefined)
    }
  }
  return (
    <details className="take-along">
      <summary>{messages.takeAlong}</summary>
      <p className="ways">
        {NAMES.map((name) => (
          // Disabled in name only, so that the focus stays.
          <button
            key={name}
            type="button"
            aria-disabled={Boolean(writing)}
            onClick={() => writing || take(name)}
          >
            {messages.formats[name]}
          </button>
        ))}
      </p>
      {writing && !supply.entries && (
        <Underway
          label={messages.takeAlong}
          read={writing.read}
          all={tiles.reduce((sum, { count }) => sum + count, 0)}
          onStop={() => writing.control.abort()}
        />
      )}
      <p role="status">{outcome}</p>
    </details>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useHref } from 'react-router'
import type { StatementFormatName } from '../../exports/index.ts'
import { tileQuery } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import { type Entry, type Placed, paths } from '../../notes/index.ts'
import { saveFile, useToday } from '../../ui/index.ts'
import { beginsIn, type Filter } from './filter.ts'
import type { TileHead } from './tiles.ts'
import type { Supply } from './use-supply.ts'

const NAMES: readonly StatementFormatName[] = ['csv', 'ics', 'json', 'markwhen', 'timelinejs']

/** More tiles are not fetched for one file. */
const MOST_TILES = 400

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
  const client = useQueryClient()
  const today = useToday()
  const base = useHref(paths.start)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const read = async (): Promise<Placed[]> => {
    if (supply.entries) return supply.entries
    const pages: Entry[] = []
    for (const { n } of tiles) pages.push(...(await client.fetchQuery(tileQuery(supply.name, n))))
    return pages as Placed[]
  }
  const take = async (name: StatementFormatName) => {
    setState('busy')
    try {
      const { STATEMENT_FORMATS } = await import('../../exports/index.ts')
      const site = new URL(base, location.href).href.replace(/\/$/, '')
      const taken = (await read())
        .filter((entry) => beginsIn(entry, filter.range) && test(entry))
        .map((entry) => ({ entry, address: site + paths.note(entry.note.slug, entry.id) }))
      const { ending, type, write } = STATEMENT_FORMATS[name]
      saveFile(write(taken, today ?? 0), `timeline.${ending}`, type)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const tooMany = !supply.entries && tiles.length > MOST_TILES
  return (
    <details className="take-along">
      <summary>{messages.takeAlong}</summary>
      {tooMany ? (
        <p>{messages.tooMany}</p>
      ) : (
        <p className="ways">
          {NAMES.map((name) => (
            <button key={name} type="button" disabled={state === 'busy'} onClick={() => take(name)}>
              {messages.formats[name]}
            </button>
          ))}
        </p>
      )}
      <p role="status">{state === 'busy' ? messages.loading : state === 'failed' && messages.tilesMissing}</p>
    </details>
  )
}

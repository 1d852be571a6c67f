import { useRef, useState } from 'react'
import { toIso } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'
import { takeOut, tally, useReading, useReadingStore, type Weighed, weigh } from '../../reading/index.ts'
import { saveFile, useToday } from '../../ui/index.ts'
import { ImportPlan } from './import-plan.tsx'

/** What is remembered: how much, taken out as a file, brought in from one, cleared. */
export function KeptState() {
  const { settings, noteCount, highlightCount } = useMessages()
  const store = useReadingStore()
  const { notes, starred, highlights } = tally(useReading((state) => state.notes))
  const today = useToday()
  const what = settings.remembered(noteCount(notes), settings.starCount(starred), highlightCount(highlights))
  const save = () => {
    const day = today === undefined ? '' : `-${toIso(today)}`
    saveFile(takeOut(store), `dateline-reading${day}.json`, 'application/json')
  }
  return (
    <>
      <p>{what}</p>
      <p className="ways">
        <button type="button" onClick={save}>
          {settings.takeOut}
        </button>
      </p>
      <BringIn />
      <Clear what={what} nothing={notes === 0} />
    </>
  )
}

function BringIn() {
  const { settings } = useMessages()
  const store = useReadingStore()
  const field = useRef<HTMLInputElement>(null)
  const [weighed, setWeighed] = useState<Weighed>()
  const [done, setDone] = useState(false)
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    // The same file can be chosen again.
    const text = await file?.text().catch(() => '')
    input.value = ''
    setDone(false)
    if (text !== undefined) setWeighed(weigh(store, text))
  }
  return (
    <>
      <p className="ways">
        {/* The browser's own button speaks the browser's language. */}
        <button type="button" onClick={() => field.current?.click()}>
          {settings.bringIn}
        </button>
        <input
          ref={field}
          hidden
          type="file"
          aria-label={settings.bringIn}
          accept=".json,application/json"
          onChange={({ currentTarget }) => choose(currentTarget)}
        />
      </p>
      <p className="hint">{settings.bringInHint}</p>
      <div role="status">
        {weighed && weighed.kind !== 'plan' && <p>{settings.unusable[weighed.kind]}</p>}
        {weighed?.kind === 'plan' && <ImportPlan plan={weighed.plan} unreadable={weighed.unreadable} />}
        {done && <p>{settings.broughtIn}</p>}
      </div>
      {weighed?.kind === 'plan' && (
        <p className="ways">
          <button
            type="button"
            onClick={() => {
              weighed.carryOut()
              setWeighed(undefined)
              setDone(true)
            }}
          >
            {settings.carryOut}
          </button>
          <button type="button" className="inline" onClick={() => setWeighed(undefined)}>
            {settings.leave}
          </button>
        </p>
      )}
    </>
  )
}

function Clear({ what, nothing }: { what: string; nothing: boolean }) {
  const { settings } = useMessages()
  const store = useReadingStore()
  const cleared = useReading((state) => state.cleared)
  const [asked, setAsked] = useState(false)
  const clear = () => {
    store.clear()
    setAsked(false)
  }
  return (
    <>
      <p className="ways">
        <button type="button" aria-expanded={asked} disabled={nothing} onClick={() => setAsked(!asked)}>
          {settings.clear}
        </button>
      </p>
      {asked && !nothing && (
        <div className="asked">
          <p>{what}</p>
          <p>{settings.clearHint}</p>
          <p className="ways">
            <button type="button" onClick={clear}>
              {settings.clearNow}
            </button>
            <button type="button" className="inline" onClick={() => setAsked(false)}>
              {settings.leave}
            </button>
          </p>
        </div>
      )}
      <div role="status">
        {cleared && (
          <p className="ways">
            {settings.cleared}{' '}
            <button type="button" className="inline" onClick={store.undoClear}>
              {settings.undoClear}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

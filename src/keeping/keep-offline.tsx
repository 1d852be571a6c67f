import './keeping.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLanguage, useMessages } from '../messages/index.ts'
import type { What } from '../worker/index.ts'
import { forget, type Kept, keep, type Outcome, readKept, type Weighed, weigh } from './keep.ts'
import { Progress } from './progress.tsx'
import { formatBytes } from './size.ts'

type State =
  | { is: 'idle' | 'weighing' }
  | { is: 'weighed'; weighed: Weighed }
  | { is: 'underway'; weighed: Weighed; done: number; stop: () => void }
  | { is: 'kept'; bytes: number }

/** What was last to be told. */
type Told = Exclude<Outcome, 'kept'> | 'unavailable' | 'forgotten'

/**
 * Keeps the whole library, or a topic, in this browser: says first what that takes, then how far it has come. `name`: of
 * what is kept. `asked`: the reader has asked for it already, elsewhere.
 */
export function KeepOffline({ what, name, asked = false }: { what: What; name: string; asked?: boolean }) {
  const { keeping, settings } = useMessages()
  const language = useLanguage()
  const [state, setState] = useState<State>({ is: asked ? 'weighing' : 'idle' })
  const [told, setTold] = useState<Told>()
  const box = useRef<HTMLFieldSetElement>(null)
  const size = (bytes: number) => formatBytes(bytes, language)

  const turn = (next: State, tell?: Told) => {
    // The button that was pressed goes: the keyboard goes on where the next one will stand.
    if (box.current?.contains(document.activeElement)) box.current.focus({ preventScroll: true })
    setState(next)
    setTold(tell)
  }
  const ask = async () => {
    turn({ is: 'weighing' })
    try {
      const weighed = await weigh(what)
      if (weighed) turn({ is: 'weighed', weighed })
      else turn({ is: 'idle' }, 'unavailable')
    } catch {
      turn({ is: 'idle' }, 'broken')
    }
  }
  const start = async (weighed: Weighed) => {
    const control = new AbortController()
    const stop = () => control.abort()
    turn({ is: 'underway', weighed, done: 0, stop })
    const show = (done: number) => setState({ is: 'underway', weighed, done, stop })
    const outcome = await keep({ what, name }, weighed.files, show, control.signal)
    if (outcome === 'kept') turn({ is: 'kept', bytes: weighed.bytes })
    else turn({ is: 'idle' }, outcome)
  }
  const begin = useEffectEvent((all: readonly Kept[]) => {
    const kept = all.find((one) => one.what === what)
    if (kept) turn({ is: 'kept', bytes: kept.bytes })
    else if (asked) ask()
  })
  useEffect(() => {
    if (asked) box.current?.focus({ preventScroll: true })
    readKept().then(begin, () => begin([]))
  }, [asked])

  return (
    <fieldset className="keep-offline" ref={box} tabIndex={-1} aria-label={keeping.of(name)}>
      {state.is === 'idle' && (
        <p className="ways">
          <button type="button" onClick={ask}>
            {what === 'all' ? keeping.askAll : keeping.ask}
          </button>
        </p>
      )}
      {state.is === 'weighed' && (
        <>
          <p>
            {hasRoom(state.weighed)
              ? keeping.takes(size(state.weighed.bytes))
              : keeping.noRoom(size(state.weighed.bytes), size(state.weighed.room ?? 0))}
          </p>
          <p className="ways">
            {hasRoom(state.weighed) && (
              <button type="button" onClick={() => start(state.weighed)}>
                {keeping.start}
              </button>
            )}
            <button type="button" className="inline" onClick={() => turn({ is: 'idle' })}>
              {settings.leave}
            </button>
          </p>
        </>
      )}
      {state.is === 'underway' && (
        <Progress
          label={keeping.of(name)}
          done={state.done}
          all={state.weighed.files.length}
          onStop={state.stop}
        />
      )}
      {state.is === 'kept' && (
        <p className="ways">
          {keeping.kept(name, size(state.bytes))}{' '}
          <button
            type="button"
            className="inline"
            aria-label={keeping.forgetOne(name)}
            onClick={() => forget(what).then(() => turn({ is: 'idle' }, 'forgotten'))}
          >
            {keeping.forget}
          </button>
        </p>
      )}
      <div role="status">
        {state.is === 'weighing' && <p>{keeping.weighing}</p>}
        {told && <p>{keeping[told]}</p>}
      </div>
    </fieldset>
  )
}

/** Browsers tell it roughly. */
function hasRoom({ bytes, room }: Weighed): boolean {
  return room === undefined || bytes < room
}

/** All that is kept, each with its size and a way to forget it; and the whole library, to be kept. */
export function KeptOffline() {
  const { keeping } = useMessages()
  const [topics, setTopics] = useState<Kept[]>([])
  useEffect(() => {
    readKept().then(
      (all) => setTopics(all.filter(({ what }) => what !== 'all')),
      () => undefined,
    )
  }, [])
  return (
    <>
      <p>{keeping.lead}</p>
      <KeepOffline what="all" name={keeping.whole} />
      {topics.map(({ what, name }) => (
        <KeepOffline key={what} what={what} name={name} />
      ))}
    </>
  )
}

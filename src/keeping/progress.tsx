import { useLanguage, useMessages } from '../messages/index.ts'

/** So often on the way it is said how far it has come. */
const STEPS = 4

/** How many files are there of those asked for, and a way to stop. */
export function Progress({
  label,
  done,
  all,
  onStop,
}: {
  label: string
  done: number
  all: number
  onStop: () => void
}) {
  const messages = useMessages()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent', numberingSystem: 'latn' })
  const share = all > 0 ? done / all : 1
  return (
    <p className="ways">
      <progress value={done} max={all} aria-label={label} aria-valuetext={percent.format(share)} />
      <span aria-hidden="true">{percent.format(share)}</span>
      <button type="button" onClick={onStop}>
        {messages.stop}
      </button>
      <span className="visually-hidden" role="status">
        {percent.format(Math.floor(share * STEPS) / STEPS)}
      </span>
    </p>
  )
}

import { useMessages } from '../../messages/index.ts'
import type { Plan } from '../../reading/index.ts'

/** What a file would do to what is remembered here: only what it does. */
export function ImportPlan({ plan, unreadable }: { plan: Plan; unreadable: number }) {
  const { settings, noteCount } = useMessages()
  const { notes, kept, ...changes } = plan
  const says = settings.plan
  const changing = (Object.keys(changes) as (keyof typeof changes)[]).filter((name) => changes[name] > 0)
  return (
    <>
      <p>{says.title(noteCount(notes))}</p>
      <ul>
        {changing.map((name) => (
          <li key={name}>{says[name](changes[name])}</li>
        ))}
        {changing.length === 0 && <li>{says.nothing}</li>}
        {kept > 0 && <li>{says.kept(kept)}</li>}
        {unreadable > 0 && <li>{says.unreadable(unreadable)}</li>}
      </ul>
    </>
  )
}

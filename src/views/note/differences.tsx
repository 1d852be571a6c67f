import { type RefObject, useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Difference, direction, type SideBySide } from '../../notes/index.ts'
import { Facts, languageName } from '../../ui/index.ts'

/** How much differs, and the way from one difference to the next: each is shown, and told. */
export function Differences({
  compared: { differences },
  text,
  languages,
}: {
  compared: SideBySide
  text: RefObject<HTMLElement | null>
  languages: readonly [left: string, right: string]
}) {
  const { beside } = useMessages()
  const [at, setAt] = useState<number>()
  const current = at === undefined ? undefined : differences[at]
  const passages = differences.filter(({ kind }) => kind === 'passage').length
  const others = differences.length - passages
  const go = (by: 1 | -1) => {
    const from = at ?? (by === 1 ? -1 : 0)
    const next = (from + by + differences.length) % differences.length
    for (const shown of text.current?.querySelectorAll('[data-current]') ?? []) {
      shown.removeAttribute('data-current')
    }
    const marks = [...(text.current?.querySelectorAll(`[data-difference="${next}"]`) ?? [])]
    for (const mark of marks) mark.setAttribute('data-current', '')
    marks[0]?.scrollIntoView({ block: 'center' })
    setAt(next)
  }
  return (
    <>
      <div className="differences">
        <p>
          <Facts>
            {others > 0 && <span>{beside.differing(others)}</span>}
            {passages > 0 && <span>{beside.passages(passages)}</span>}
          </Facts>
          {differences.length === 0 && beside.none}
        </p>
        {differences.length > 0 && (
          <p className="ways">
            <span role="status">
              {at !== undefined && beside.at(at + 1, differences.length)}
              {current && <Told difference={current} languages={languages} />}
            </span>
            <button type="button" onClick={() => go(-1)}>
              {beside.previous}
            </button>
            <button type="button" onClick={() => go(1)}>
              {beside.next}
            </button>
          </p>
        )}
      </div>
      <p className="hint">{beside.hint}</p>
    </>
  )
}

/** For the ear what the eye finds in the text. */
function Told({
  difference,
  languages,
}: {
  difference: Difference
  languages: readonly [left: string, right: string]
}) {
  const { beside, labelled } = useMessages()
  const language = useLanguage()
  const sides = (['left', 'right'] as const).map((side, i) => {
    const tag = languages[i] as string
    return { tag, name: languageName(tag, language), said: difference[side] }
  })
  const alone = sides[difference.side === 'left' ? 0 : 1]
  return (
    <span className="visually-hidden">
      {difference.kind === 'passage'
        ? `: ${beside.only(alone?.name ?? '')}`
        : sides.map(({ tag, name, said }) => (
            <span key={tag}>
              {'. '}
              {said === undefined ? beside.absent(name) : labelled(name)}
              {said !== undefined && (
                <span lang={tag} dir={direction(tag)}>
                  {said}
                </span>
              )}
            </span>
          ))}
    </span>
  )
}

import { createElement, Fragment, memo } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Difference, direction, type Row } from '../../notes/index.ts'
import { languageName } from '../../ui/index.ts'
import { type Painted, type Part, revive } from './revive.tsx'

/** One version, as each of its cells needs it. */
export interface Column {
  side: 'left' | 'right'
  /** BCP 47. */
  language: string
  /** That of the other column. */
  other: string
  parts: Readonly<Record<string, Part>>
  /** What its reader has highlighted in it. */
  painted: readonly Painted[] | undefined
}

/** Blocks that say the same, beside each other; one column says where the other has nothing. */
export const BesideRow = memo(function BesideRow({
  row,
  columns,
  differences,
}: {
  row: Row
  columns: readonly [Column, Column]
  differences: readonly Difference[]
}) {
  return (
    <div className="beside-row">
      {columns.map((column) => {
        const { side, language } = column
        if (row[side].length === 0) return <Nothing key={side} column={column} difference={row.difference} />
        const mark: Part = (attributes, children) => {
          const number = Number(attributes['data-differs'])
          const difference = differences[number]
          return (
            difference && (
              <mark className="difference" data-difference={number}>
                {children} <Says column={column} difference={difference} />
              </mark>
            )
          )
        }
        const parts = { ...column.parts, ...listParts(column.parts), mark }
        return (
          <div
            key={side}
            className="beside-cell prose"
            data-side={side}
            lang={language}
            dir={direction(language)}
          >
            {row[side].map((body, i) => (
              <Fragment key={row.at[side][i]}>
                {revive([body], parts, column.painted, row.at[side][i])}
              </Fragment>
            ))}
          </div>
        )
      })}
    </div>
  )
})

/** An item in a row of its own is no list of one, but keeps its mark. */
function listParts(parts: Column['parts']): Column['parts'] {
  const part =
    (tag: 'ul' | 'ol' | 'li'): Part =>
    (attributes, children, inLink) =>
      attributes['data-part']
        ? createElement(tag, { ...attributes, role: 'presentation' }, ...children)
        : parts[tag]?.(attributes, children, inLink)
  return { ul: part('ul'), ol: part('ol'), li: part('li') }
}

/** What the other version says in the place of a date or number, to the eye and the ear. */
function Says({ column: { side, other }, difference }: { column: Column; difference: Difference }) {
  const { beside, labelled } = useMessages()
  const language = useLanguage()
  const said = difference[side === 'left' ? 'right' : 'left']
  const name = languageName(other, language)
  return (
    <span className="says" lang={language} dir={direction(language)}>
      {said === undefined ? (
        `(${beside.absent(name)})`
      ) : (
        <>
          ({labelled(name)}
          <span lang={other} dir={direction(other)}>
            {said}
          </span>
          )
        </>
      )}
    </span>
  )
}

/** Where the other column has a passage to itself: said once, at its beginning. */
function Nothing({ column: { other }, difference }: { column: Column; difference: number | undefined }) {
  const { beside } = useMessages()
  const language = useLanguage()
  return (
    <div className="beside-cell nothing">
      {difference !== undefined && (
        <p data-difference={difference}>{beside.only(languageName(other, language))}</p>
      )}
    </div>
  )
}

import { Children, Fragment, type ReactNode } from 'react'

/** Short facts in a row: told apart for the eye by the room between them, for the ear by a comma. */
export function Facts({ children }: { children: ReactNode }) {
  return Children.toArray(children).map((fact, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never move
    <Fragment key={i}>
      {i > 0 && <span className="visually-hidden">, </span>}
      {fact}
    </Fragment>
  ))
}

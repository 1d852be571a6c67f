import { createPath, type Location, type Navigator, type To } from 'react-router'
import { isStaying } from '../ui/index.ts'

/** Tells where the reader is, and hears of it when that changes. */
export interface Address extends Navigator {
  location: Location
  encodeLocation: NonNullable<Navigator['encodeLocation']>
}

/**
 * While a screen is on its way the address is ahead of the one that is shown, by which the links of react-router choose
 * between a new entry of the history and the one that is there.
 */
export function navigatorOf(history: Address, shown: () => Location): Navigator {
  const name = (to: To) => createPath(history.encodeLocation(to))
  const isThere = (to: To) => name(to) === name(history.location)
  const isShown = (to: To) => name(to) === name(shown())
  return {
    ...history,
    push: (to, state) => {
      // It is on its way: a second entry would make going back seem to do nothing.
      if (!isThere(to) || isShown(to)) history.push(to, state)
    },
    replace: (to, state) => {
      // A link to what is shown, which the reader has left already: the entry of where they were going stays.
      if (isShown(to) && !isThere(to) && !isStaying(state)) history.push(to, state)
      else history.replace(to, state)
    },
  }
}

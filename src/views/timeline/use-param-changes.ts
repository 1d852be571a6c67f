import { useCallback, useEffect, useRef } from 'react'
import { useNavigation, useSearchParams } from 'react-router'
import { type Params, withParams } from './choices.ts'

/** The address, and a way to change parts of it: each change builds on the last, shown by then or still on its way. */
export function useParamChanges(): [URLSearchParams, (changes: Params) => void] {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  const { state } = useNavigation()
  useEffect(() => {
    if (state === 'idle') latest.current = params
  }, [params, state])
  const change = useCallback(
    (changes: Params) => {
      latest.current = withParams(latest.current, changes)
      setParams(latest.current, { preventScrollReset: true })
    },
    [setParams],
  )
  return [params, change]
}

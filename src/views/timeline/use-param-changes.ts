import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { STAY, useLeaving } from '../../ui/index.ts'
import { type Params, withParams } from './choices.ts'

/** The address, and a way to change parts of it: each change builds on the last, shown by then or still on its way. */
export function useParamChanges(): [URLSearchParams, (changes: Params) => void] {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  const leaving = useLeaving()
  useEffect(() => {
    if (!leaving) latest.current = params
  }, [params, leaving])
  const change = useCallback(
    (changes: Params) => {
      latest.current = withParams(latest.current, changes)
      setParams(latest.current, STAY)
    },
    [setParams],
  )
  return [params, change]
}

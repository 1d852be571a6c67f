import { type ComponentType, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../notes/index.ts'

type Keeping = ComponentType<{ what: `topics/${string}`; name: string; asked: boolean }>

/** What keeps this topic offline, once it was asked for: only then it comes. */
export function useKeeping(topic: string): [Keeping: Keeping | undefined, ask: () => void] {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<{ topic: string; Keeping: Keeping }>()
  const ask = () =>
    void import('../../keeping/index.ts')
      .then(({ KeepOffline }) => setAsked({ topic, Keeping: KeepOffline }))
      // Its page says what is wrong, and what to do.
      .catch(() => navigate(paths.settings))
  return [asked?.topic === topic ? asked.Keeping : undefined, ask]
}

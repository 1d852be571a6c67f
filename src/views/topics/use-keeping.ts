import { type ComponentType, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../notes/index.ts'

type Keeping = ComponentType<{ what: `topics/${string}`; name: string; asked: boolean }>

/** What keeps a topic offline, once it was asked for: only then it comes. */
export function useKeeping(): [Keeping: Keeping | undefined, ask: () => void] {
  const navigate = useNavigate()
  const [Keeping, setKeeping] = useState<Keeping>()
  const ask = () =>
    void import('../../keeping/index.ts')
      .then(({ KeepOffline }) => setKeeping(() => KeepOffline))
      // Its page says what is wrong, and what to do.
      .catch(() => navigate(paths.settings))
  return [Keeping, ask]
}

import { type ComponentType, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMessages } from '../../messages/index.ts'
import { paths } from '../../notes/index.ts'

type Keeping = ComponentType<{ what: `topics/${string}`; name: string; asked: boolean }>

/** Offers to keep a topic offline; what does it comes when it is wanted. */
export function KeepTopic({ path, name }: { path: string; name: string }) {
  const { keeping } = useMessages()
  const navigate = useNavigate()
  const [Keeping, setKeeping] = useState<Keeping>()
  const ask = () =>
    import('../../keeping/index.ts')
      .then(({ KeepOffline }) => setKeeping(() => KeepOffline))
      // Its page says what is wrong, and what to do.
      .catch(() => navigate(paths.settings))
  if (Keeping) return <Keeping what={`topics/${path}`} name={name} asked />
  return (
    <p className="ways">
      <button type="button" onClick={ask}>
        {keeping.ask}
      </button>
    </p>
  )
}

import { useMessages } from '../../messages/index.ts'

/** For those who select nothing with a pointer: seen, as the way to the text is, once the keyboard comes to it. */
export function ChooseWords({ onChoose }: { onChoose: () => void }) {
  const { highlights } = useMessages()
  return (
    <button type="button" className="choose-words" onClick={onChoose}>
      {highlights.choose}
    </button>
  )
}

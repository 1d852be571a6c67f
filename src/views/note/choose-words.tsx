import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { direction } from '../../notes/index.ts'

/** For those who select nothing with a pointer: seen, as the way to the text is, once the keyboard comes to it. */
export function ChooseWords({ onChoose }: { onChoose: () => void }) {
  const { chooseWords } = useFirstMessages()
  const language = useLanguage()
  return (
    <button
      type="button"
      className="choose-words"
      lang={language}
      dir={direction(language)}
      onClick={onChoose}
    >
      {chooseWords}
    </button>
  )
}

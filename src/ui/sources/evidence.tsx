import { useLanguage, useMessages } from '../../messages/index.ts'
import { languageName } from '../language-name.ts'
import type { ShownEvidence } from './details.ts'

/** Why a source is likely, in sentences. */
export function Evidence({ evidence }: { evidence: ShownEvidence | undefined }) {
  const { evidence: say, quoted } = useMessages()
  const language = useLanguage()
  if (!evidence) return <p>{say.likely}</p>
  const { words, heading, date, order, place, translation } = evidence
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    <>
      <p>{say.likely}</p>
      <ul className="evidence">
        {/* First: the words below may be of that version. */}
        {translation && <li>{say.translation(languageName(translation, language))}</li>}
        {words.length > 0 && (
          <li>{(heading ? say.heading : say.words)(list.format(words.map((word) => quoted(word))))}</li>
        )}
        {date && <li>{say.date}</li>}
        {order && <li>{say.order}</li>}
        {place && <li>{say.place}</li>}
      </ul>
    </>
  )
}

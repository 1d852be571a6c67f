import '../../ui/pages.css'
import './settings.css'
import { type ReactNode, useId } from 'react'
import { KeptOffline } from '../../keeping/index.ts'
import { LANGUAGES, useLanguage, useMessages } from '../../messages/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { languageName } from '../../ui/index.ts'
import { Appearance, Choices } from './choices.tsx'
import { KeptState } from './kept-state.tsx'

/** What a reader can choose, and what is remembered of them. */
export function SettingsView() {
  const { keeping, settings, appearance } = useMessages()
  const language = useLanguage()
  return (
    <div className="page settings-page">
      <title>{settings.title}</title>
      <h1 tabIndex={-1}>{settings.title}</h1>
      <p className="lead">{settings.lead}</p>
      <Part title={appearance}>
        <Appearance />
        <div className="prose sample" lang={language}>
          <p>{settings.sample}</p>
        </div>
      </Part>
      <Part title={settings.behaviour}>
        <LanguageChoice />
        <Choices of="keys" hint={settings.keysHint} />
      </Part>
      {import.meta.env.MODE !== 'single-file' && (
        <Part title={keeping.title}>
          <KeptOffline />
        </Part>
      )}
      <Part title={settings.kept}>
        <KeptState />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

function LanguageChoice() {
  const { settings } = useMessages()
  const store = useReadingStore()
  const chosen = useReading((state) => state.settings.language)
  const field = useId()
  return (
    <div className="choices">
      <label htmlFor={field}>{settings.language}</label>
      <select
        id={field}
        aria-describedby={`${field}hint`}
        value={LANGUAGES.includes(chosen) ? chosen : ''}
        onChange={({ target }) => store.choose('language', target.value)}
      >
        <option value="">{settings.ofBrowser}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
      <p id={`${field}hint`}>{settings.languageHint}</p>
    </div>
  )
}

import { useId } from 'react'
import { type Messages, useLanguage, useMessages } from '../../messages/index.ts'
import { CHOICES, type Choice, useReading, useReadingStore } from '../../reading/index.ts'

/** One setting: its values beside each other, of which one holds. */
export function Choices({ of, hint }: { of: Choice; hint?: string }) {
  const messages = useMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const chosen = useReading(({ settings }) => settings[of])
  const group = useId()
  return (
    <fieldset className="choices" aria-describedby={hint && `${group}hint`}>
      <legend>{messages.settings[of]}</legend>
      <div className="values">
        {CHOICES[of].map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={group}
              checked={value === chosen}
              onChange={() => store.choose(of, value)}
            />
            {nameOf(of, value, messages, language)}
          </label>
        ))}
      </div>
      {hint && <p id={`${group}hint`}>{hint}</p>}
    </fieldset>
  )
}

/** How the text looks: what a reader changes while reading. */
export function Appearance() {
  return (
    <>
      <Choices of="theme" />
      <Choices of="size" />
      <Choices of="measure" />
      <Choices of="face" />
      <Choices of="spacing" />
    </>
  )
}

function nameOf(of: Choice, value: string, { settings }: Messages, language: string): string {
  if (of === 'size')
    return new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn' }).format(
      Number(value) / 100,
    )
  const names: Record<string, string> = settings.values[of]
  return names[value] ?? value
}

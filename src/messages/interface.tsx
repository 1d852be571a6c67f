import { createContext, type ReactNode, useContext } from 'react'
import type { Messages } from './messages.ts'

/** The interface languages: each catalogue is a file of its own, loaded when chosen. BCP 47. */
const CATALOGUES: Record<string, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
  ja: async () => (await import('./ja.ts')).ja,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
  hi: async () => (await import('./hi.ts')).hi,
  ar: async () => (await import('./ar.ts')).ar,
}

/** The languages that the interface speaks. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES)

export interface Interface {
  /** BCP 47. */
  language: string
  messages: Messages
}

/** The first of the reader's languages that there is a catalogue for; English where there is none. */
export async function loadInterface(wanted: readonly string[]): Promise<Interface> {
  const language = wanted.map(catalogueFor).find((found) => found !== undefined) ?? 'en'
  return { language, messages: await (CATALOGUES[language] as () => Promise<Messages>)() }
}

/** @param wanted what a browser says: not always a tag of a language; on Linux it may be the locale's name, `C` */
function catalogueFor(wanted: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(wanted).maximize()
    return [`${language}-${script}`, language].find((tag) => tag in CATALOGUES)
  } catch {
    return undefined
  }
}

const Context = createContext<Interface | undefined>(undefined)

export function InterfaceProvider({ value, children }: { value: Interface; children: ReactNode }) {
  return <Context value={value}>{children}</Context>
}

function useInterface(): Interface {
  const found = useContext(Context)
  if (!found) throw new Error('messages need an InterfaceProvider around them')
  return found
}

export const useMessages = (): Messages => useInterface().messages

/** The language of the interface, for `Intl`. */
export const useLanguage = (): string => useInterface().language

import { createContext, type ReactNode, useContext } from 'react'
import type { FirstMessages, Messages, MoreMessages } from './messages.ts'
// With the program, as every catalogue counts.
import './plural.ts'

interface Catalogue {
  first: () => Promise<{ words: FirstMessages }>
  more: () => Promise<{ words: MoreMessages }>
}

/** The interface languages: each is two files, loaded when it is chosen, and when more is to be said. BCP 47. */
const CATALOGUES: Record<string, Catalogue> = {
  en: { first: () => import('./en.ts'), more: () => import('./more/en.ts') },
  'zh-Hans': { first: () => import('./zh-hans.ts'), more: () => import('./more/zh-hans.ts') },
  'zh-Hant': { first: () => import('./zh-hant.ts'), more: () => import('./more/zh-hant.ts') },
  ja: { first: () => import('./ja.ts'), more: () => import('./more/ja.ts') },
  es: { first: () => import('./es.ts'), more: () => import('./more/es.ts') },
  fr: { first: () => import('./fr.ts'), more: () => import('./more/fr.ts') },
  de: { first: () => import('./de.ts'), more: () => import('./more/de.ts') },
  hi: { first: () => import('./hi.ts'), more: () => import('./more/hi.ts') },
  ar: { first: () => import('./ar.ts'), more: () => import('./more/ar.ts') },
}

/** The languages that the interface speaks. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES)

export interface Interface {
  /** BCP 47. */
  language: string
  messages: FirstMessages
}

/** The first words of the languages that were asked for, and all words of those, once they have come. */
const first = new Map<string, Promise<FirstMessages>>()
const whole = new Map<string, Messages>()
let saysMore = false

/** The first of the reader's languages that there is a catalogue for; English where there is none. */
export async function loadInterface(wanted: readonly string[]): Promise<Interface> {
  const language = wanted.map(catalogueFor).find((found) => found !== undefined) ?? 'en'
  let coming = first.get(language)
  if (!coming) {
    coming = (CATALOGUES[language] as Catalogue).first().then(({ words }) => words)
    first.set(language, coming)
    // It is asked for anew.
    coming.catch(() => first.delete(language))
  }
  const messages = await coming
  if (saysMore) await complete(language)
  return { language, messages }
}

/**
 * Loads a part of the program with all words of the languages that are spoken; from here on they come whole.
 * @throws Error where any of it cannot be had
 */
export async function withWords<T>(load: () => Promise<T>): Promise<T> {
  saysMore = true
  const [part] = await Promise.all([load(), ...[...first.keys()].map(complete)])
  return part
}

async function complete(language: string): Promise<void> {
  if (whole.has(language)) return
  const { more } = CATALOGUES[language] as Catalogue
  const [some, rest] = await Promise.all([first.get(language)?.catch(() => undefined), more()])
  if (some) whole.set(language, { ...some, ...rest.words })
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

/** What can be said before anything else is loaded. */
export const useFirstMessages = (): FirstMessages => useInterface().messages

/** All that can be said: for what comes by {@link withWords}. */
export const useMessages = (): Messages => messagesOf(useInterface().language)

/** All that can be said in a language. @throws Error before it was loaded whole */
export function messagesOf(language: string): Messages {
  const found = whole.get(language)
  if (!found) throw new Error(`not all words of ${language} are here`)
  return found
}

/** The language of the interface, for `Intl`. */
export const useLanguage = (): string => useInterface().language

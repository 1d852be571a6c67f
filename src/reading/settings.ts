import { isMoment, isObject } from './record.ts'

/** What a reader can choose of how the site looks and behaves, in the order in which it is offered. */
export const CHOICES = {
  theme: ['system', 'light', 'sepia', 'dark'],
  /** Percent of the usual. */
  size: ['90', '100', '115', '130', '150'],
  measure: ['narrow', 'normal', 'wide'],
  /** `usual`: as newspapers of the language are set. */
  face: ['usual', 'serif', 'sans'],
  spacing: ['tight', 'normal', 'loose'],
  /** Whether keys pressed alone do something. */
  keys: ['on', 'off'],
} as const

export type Choice = keyof typeof CHOICES

export type Settings = { readonly [K in Choice]: (typeof CHOICES)[K][number] } & {
  /** Of the interface, BCP 47; empty: what the browser asks for. */
  readonly language: string
}

export const DEFAULTS: Settings = {
  theme: 'system',
  size: '100',
  measure: 'normal',
  face: 'usual',
  spacing: 'normal',
  keys: 'on',
  language: '',
}

/** What was chosen, each with the moment; epoch milliseconds. */
export type Chosen = { readonly [K in keyof Settings]?: { readonly value: Settings[K]; readonly at: number } }

/** `src/app/before-paint.js` reads it too. */
export const SETTINGS_VERSION = 1

export type DecodedSettings =
  | { kind: 'settings'; chosen: Chosen }
  | { kind: 'newer' }
  /** Not all of it can be read; `chosen`: what can. */
  | { kind: 'broken'; chosen: Chosen }

const NAMES = Object.keys(DEFAULTS) as (keyof Settings)[]

/** Longer than any language tag. */
const LONGEST_TAG = 35

/** Reads what {@link encodeSettings} wrote. Never throws. */
export function decodeSettings(text: string): DecodedSettings {
  try {
    return readSettings(JSON.parse(text))
  } catch {
    return { kind: 'broken', chosen: {} }
  }
}

/** Reads what {@link writeSettings} made. */
export function readSettings(stored: unknown): DecodedSettings {
  if (!isObject(stored)) return { kind: 'broken', chosen: {} }
  const { v, ...fields } = stored
  if (typeof v === 'number' && v > SETTINGS_VERSION) return { kind: 'newer' }
  const given = NAMES.filter((name) => fields[name] !== undefined)
  const fit = given.flatMap((name) => {
    const field = fields[name]
    const fits = isObject(field) && isMoment(field.at) && isValue(name, field.value)
    return fits ? [[name, { value: field.value, at: field.at }] as const] : []
  })
  const whole = Number.isInteger(v) && (v as number) > 0 && fit.length === given.length
  return { kind: whole ? 'settings' : 'broken', chosen: Object.fromEntries(fit) as Chosen }
}

export const encodeSettings = (chosen: Chosen): string => JSON.stringify(writeSettings(chosen))

/** As plain values, for JSON. */
export const writeSettings = (chosen: Chosen) => ({ v: SETTINGS_VERSION, ...chosen })

/** Of each, the later choice; of two of one moment always the same, whichever comes first. */
export function mergeSettings(a: Chosen, b: Chosen): Chosen {
  const merged = NAMES.flatMap((name) => {
    const [one, other] = [a[name], b[name]]
    const later =
      !one || (other && (other.at - one.at || (other.value > one.value ? 1 : -1)) > 0) ? other : one
    return later ? [[name, { value: later.value, at: later.at }]] : []
  })
  return Object.fromEntries(merged)
}

/** What holds: what was chosen, else what is usual. */
export function settingsOf(chosen: Chosen): Settings {
  const values = NAMES.flatMap((name) => (chosen[name] ? [[name, chosen[name].value]] : []))
  return { ...DEFAULTS, ...Object.fromEntries(values) }
}

function isValue(name: keyof Settings, value: unknown): boolean {
  if (typeof value !== 'string') return false
  return name === 'language'
    ? value.length <= LONGEST_TAG
    : (CHOICES[name] as readonly string[]).includes(value)
}

import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/messages/index.ts'
import { direction } from '../../src/notes/index.ts'
import { createReadingStore } from '../../src/reading/index.ts'
import { MemoryStorage } from '../reading/memory-storage.ts'

const script = readFileSync(new URL('../../src/app/before-paint.js', import.meta.url), 'utf8')

/** What the script makes of the root of a page of a site below `/reader/`. */
function paint(languages: readonly string[], localStorage: unknown = { getItem: () => null }, lang = '') {
  const root = { dataset: {} as Record<string, string>, dir: '', lang }
  const document = {
    documentElement: root,
    currentScript: { dataset: { base: '/reader/' } },
  }
  const addEventListener = () => undefined
  runInNewContext(script, { document, localStorage, navigator: { languages }, addEventListener })
  return root
}

describe('before the first paint', () => {
  it('the looks are as they were chosen, as the store keeps it', () => {
    const shared = new MemoryStorage()
    const ports = { storage: shared.tab(), now: () => 1, later: () => () => undefined, scope: '/reader/' }
    const store = createReadingStore(ports)
    store.choose('theme', 'sepia')
    store.choose('spacing', 'loose')
    store.choose('language', 'ar')
    const { dataset, dir } = paint(['en'], { getItem: (key: string) => shared.values.get(key) ?? null })
    expect(dataset).toEqual({ theme: 'sepia', spacing: 'loose' })
    expect(dir).toBe('rtl')
  })

  it.each(LANGUAGES)('a page turns the way that %s is read', (language) => {
    expect(paint(['sw', language, 'en']).dir).toBe(direction(language))
  })

  it('keeps room where the page speaks another language than its reader, and there alone', () => {
    const kept = (lang: string, ...languages: string[]) =>
      'foreign' in paint(languages, undefined, lang).dataset
    expect([kept('ar', 'en'), kept('en', 'sw', 'zh-TW'), kept('zh-Hans', 'sw')]).toEqual([true, true, true])
    expect([kept('en', 'en-GB'), kept('zh-Hans', 'zh-TW'), kept('en', 'sw')]).toEqual([false, false, false])
  })

  it.each(['{', 'null', '7', '"x"', '{"theme":null}', '{"language":7}'])('takes %s for nothing', (stored) => {
    expect(paint(['en'], { getItem: () => stored })).toMatchObject({ dataset: {}, dir: 'ltr' })
  })

  it('does without a storage', () => {
    expect(paint([], undefined)).toMatchObject({ dataset: {}, dir: 'ltr' })
  })
})

import { describe, expect, it } from 'vitest'
import { loadInterface } from '../../src/messages/index.ts'

type Catalogue = { readonly [key: string]: unknown }

function keysOf(catalogue: Catalogue, prefix = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value as Catalogue, `${prefix}${key}.`)
      : [prefix + key],
  )
}

describe('the interface', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['en-GB'], 'en'],
    [['sw', 'zh-Hans-SG'], 'zh-Hans'],
    [['sw'], 'en'],
    [[], 'en'],
  ])('for a reader of %j is in %s', async (wanted, language) => {
    expect((await loadInterface(wanted)).language).toBe(language)
  })

  it('has every message in every language, and none that is empty', async () => {
    const [en, zh] = await Promise.all([loadInterface(['en']), loadInterface(['zh'])])
    const expected = keysOf(en.messages as unknown as Catalogue)
    expect(keysOf(zh.messages as unknown as Catalogue)).toEqual(expected)
    expect(JSON.stringify(zh.messages)).not.toContain('""')
  })

  it('counts as the language does', async () => {
    const { messages } = await loadInterface(['en'])
    expect(messages.noteCount(1)).toBe('1 note')
    expect(messages.noteCount(1200)).toBe('1,200 notes')
  })
})

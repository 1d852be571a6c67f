import { afterEach, describe, expect, it, vi } from 'vitest'
import { languageName } from '../../src/ui/index.ts'

afterEach(() => vi.restoreAllMocks())

describe('the name of a language', () => {
  it.each([
    ['es', 'Español'],
    ['fr', 'Français'],
    ['ru', 'Русский'],
    ['tr', 'Türkçe'],
    ['zh-Hans', '简体中文'],
    // Has capitals, and never begins with one.
    ['ka', 'ქართული'],
  ])('in itself, %s, stands in a list as %s', (tag, name) => {
    expect(languageName(tag)).toBe(name)
  })

  it('is the same where the browser has it in capitals', () => {
    const own = languageName('es')
    vi.spyOn(Intl.DisplayNames.prototype, 'of').mockReturnValue('Español')
    expect(languageName('es')).toBe(own)
  })

  it('takes no capital within a sentence of another language', () => {
    expect(languageName('de', 'fr')).toBe('allemand')
  })
})

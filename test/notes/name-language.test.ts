import { describe, expect, it } from 'vitest'
import { nameLanguage } from '../../src/notes/index.ts'

describe('a name that stands apart', () => {
  it('is in the language that its script tells, whatever is around it', () => {
    for (const around of ['en', 'ar', 'zh-Hans', 'ja']) {
      expect(nameLanguage('アプリケーション', around)).toBe('ja')
      expect(nameLanguage('AI のデモ', around)).toBe('ja')
      expect(nameLanguage('تاريخ', around)).toBe('ar')
      expect(nameLanguage('इतिहास', around)).toBe('hi')
    }
  })

  it('is simplified or traditional Chinese by its characters', () => {
    expect(nameLanguage('经济历史', 'en')).toBe('zh-Hans')
    expect(nameLanguage('AI 經濟', 'fr')).toBe('zh-Hant')
    expect(nameLanguage('AI 開發', 'zh-Hans')).toBe('zh-Hant')
  })

  it('is not taken for another where nothing tells', () => {
    expect(nameLanguage('AI', 'zh-Hans')).toBeUndefined()
    expect(nameLanguage('Web', 'ar')).toBeUndefined()
    expect(nameLanguage('文化', 'zh-Hant')).toBeUndefined()
    expect(nameLanguage('文化', 'ja')).toBeUndefined()
  })
})

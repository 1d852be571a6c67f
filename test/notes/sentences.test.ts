import { describe, expect, it } from 'vitest'
import { quotes, sentences } from '../../src/notes/sentences.ts'

const cut = (text: string, language = 'en', whole: [number, number][] = []) =>
  sentences(text, language, whole).map(([start, end]) => text.slice(start, end))

describe('sentences', () => {
  it('do not take the last letter of a decade for an abbreviation', () => {
    const text = 'It was opened in the 1880s. It closed soon.'
    expect(sentences(text, 'en', []).map(([start, end]) => text.slice(start, end))).toEqual([
      'It was opened in the 1880s.',
      'It closed soon.',
    ])
  })

  it('are cut at full stops of Latin and Chinese prose', () => {
    expect(cut('It began. Then it grew! Did it end?')).toEqual(['It began.', 'Then it grew!', 'Did it end?'])
    expect(cut('纸来自中国。后来传到撒马尔罕。', 'zh-Hans')).toEqual(['纸来自中国。', '后来传到撒马尔罕。'])
  })

  it('are not cut inside a date', () => {
    const text = 'It began on Mar. 3, 2024. Nobody saw it.'
    expect(cut(text, 'en', [[12, 24]])).toEqual(['It began on Mar. 3, 2024.', 'Nobody saw it.'])
  })

  it('are not cut after abbreviations, initials and ordinal numbers', () => {
    expect(cut('Dr. J. Smith left. She stayed.')).toEqual(['Dr. J. Smith left.', 'She stayed.'])
    expect(cut('Am 3. März begann es. Es endete bald.', 'de')).toEqual([
      'Am 3. März begann es.',
      'Es endete bald.',
    ])
  })

  it('are not cut inside a quotation', () => {
    expect(cut('他说：“人们走在前面。需求还没有来。”没有人回答。', 'zh-Hans')).toEqual([
      '他说：“人们走在前面。需求还没有来。”',
      '没有人回答。',
    ])
  })

  it('do not run to the end where a quotation is never closed', () => {
    expect(cut(`他说：“开始了。${'这里没有引号。'.repeat(80)}`, 'zh-Hans').length).toBeGreaterThan(5)
  })

  it('are not cut at a soft line break', () => {
    expect(cut('It began in the\nspring of that year. It ended.')).toEqual([
      'It began in the\nspring of that year.',
      'It ended.',
    ])
  })

  it('hold every word of the text', () => {
    const text = ' One.  Two “three. four” five!\n\nSix '
    expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  it('quote where somebody speaks, not where a term is marked', () => {
    expect(quotes('他说：“我已经看到了泡沫的萌芽”。')).toBe(true)
    expect(quotes('所谓“泡沫”是一个词。')).toBe(false)
    expect(quotes('She called it a "bubble".')).toBe(false)
  })
})

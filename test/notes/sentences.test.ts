import { describe, expect, it } from 'vitest'
import { quotes } from '../../src/notes/enclosures.ts'
import { sentences } from '../../src/notes/sentences.ts'

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
    expect(cut('J. R. A. Smith said so. He left.')).toEqual(['J. R. A. Smith said so.', 'He left.'])
    expect(cut('Some rose, e.g. The Bank. Others fell.')).toEqual([
      'Some rose, e.g. The Bank.',
      'Others fell.',
    ])
    expect(cut('It raised its Series B. In May it grew.')).toEqual([
      'It raised its Series B.',
      'In May it grew.',
    ])
    expect(cut('Dr. J. Smith left. She stayed.')).toEqual(['Dr. J. Smith left.', 'She stayed.'])
    expect(cut('Am 3. März begann es. Es endete bald.', 'de')).toEqual([
      'Am 3. März begann es.',
      'Es endete bald.',
    ])
  })

  it.each([
    [
      'de',
      'Die Expansion begann. 2012 kam Android. Der 3. Oktober ist z. B. frei. „Es endet.“ Danach war Ruhe.',
      5,
    ],
    ['en', 'It was in the U.S. Congress at 3.5 p.m. on Monday. The U.S. The end. iPhone sales rose.', 4],
    [
      'en',
      'It fell. 2012 was better. Apple Inc. paid No. 5 of J. R. Smith Jr. in full. Is the answer no. He left.',
      5,
    ],
    [
      'en',
      '“Did it end?” Ms. Smith asked. “It did.” She left. (It was late. Very late.) So it was.[12] Next.',
      6,
    ],
    ['en', 'He said "It began. It ended." and left. "It is," he said. "Is it?" Wait... And so on.', 5],
    ['fr', 'Il partit en janv. 1848. M. Dupont dit : « Elle vient. Elle part. » Puis rien.', 3],
    ['es', 'El Sr. Pérez llegó a EE. UU. en 1990. ¿Cuándo? «¡Ya!», dijo. Después nada.', 4],
    ['pt', 'O Dr. Silva chegou às 3.5 horas. Depois saiu! Fim.', 3],
    ['it', 'Nel sec. XIX il sig. Rossi partì. Poi tornò… Fine.', 3],
    ['ru', 'В 1990 г. А. С. Пушкин был, т. е. жил, в г. Москве. Потом нет.', 2],
    ['hi', 'डॉ. कलाम 2002 में आए। वे 2007 में गए। अंत.', 3],
    ['ar', 'وصل د. أحمد في 3.5 ساعات. متى؟ ثم رحل.', 3],
    ['ja', '彼は「始まった。終わった。」と述べた。次は2025年！終わり。', 3],
    ['ko', '그는 "시작됐다. 끝났다."라고 말했다. 2025년이다. 끝.', 3],
    ['zh-Hans', '“来了！”他说。尤金．维格纳写了3.5万字（第一版。第二版）。……然后呢？没有了', 3],
    ['zh-Hant', '「我看到了。」黃仁勳說。接著是第二句。他走了！', 3],
  ])('are whole in %s: %s', (language, text, count) => {
    expect(cut(text, language).length, cut(text, language).join(' | ')).toBe(count)
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
    expect(quotes('A "bubble" is a kind of "foam".')).toBe(false)
    expect(quotes('She said "it is a bubble".')).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { readFileName } from '../../src/notes/file-name.ts'
import { detectLanguage, languageOfName, languageTag } from '../../src/notes/language.ts'
import { slugify, uniqueNames } from '../../src/notes/slug.ts'

describe('a file name', () => {
  it('gives date, stem and language', () => {
    expect(readFileName('2025-11-09-tsai-ai-hant.md')).toEqual({
      date: '2025-11-09',
      stem: 'tsai-ai',
      language: 'zh-Hant',
      folders: [],
    })
  })

  it('gives its folders, and takes the last one for index files', () => {
    expect(readFileName('asia/paper/index.md')).toEqual({ stem: 'paper', folders: ['asia', 'paper'] })
  })

  it('does not take a last word for a language', () => {
    expect(readFileName('what-to-do.md').language).toBeUndefined()
    expect(readFileName('made-in.md').language).toBeUndefined()
  })
})

describe('a language', () => {
  it.each([
    ['hant', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['pt-br', 'pt-BR'],
    ['EN', 'en'],
  ])('%s is %s', (written, tag) => {
    expect(languageTag(written)).toBe(tag)
  })

  it('is not read from what is no tag', () => {
    expect(languageTag('the usual')).toBeUndefined()
    expect(languageOfName('notes')).toBeUndefined()
  })

  it.each([
    ['我们在这个时候还没有纸，后来才开始说这些。', 'zh-Hans'],
    ['我們在這個時候還沒有紙，後來才開始說這些。', 'zh-Hant'],
    ['これは紙の歴史についてのメモです。とてもみじかいものです。', 'ja'],
    ['هذه ملاحظة قصيرة عن تاريخ الورق والطباعة في العالم', 'ar'],
    ['This is a note on the history of paper and of printing.', 'en'],
    ['El papel llegó a los talleres por una vía que no conocemos.', 'es'],
    ['Esta es la primera nota de prueba.', 'es'],
    ['See https://a.example.com/para and https://b.example.com: nothing else.', 'en'],
    ['Das Papier kam mit der Post und nicht auf dem Schiff.', 'de'],
  ])('of “%s” is found from its text: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})

describe('a slug', () => {
  it.each([
    ['蔡崇信谈 AI（2025）', '蔡崇信谈-ai-2025'],
    ['الورق والطباعة!', 'الورق-والطباعة'],
    ['  --Hello,  World-- ', 'hello-world'],
    ['../../etc/passwd', 'etc-passwd'],
    ['?#%', ''],
  ])('of “%s” is “%s”', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it('is never given twice', () => {
    const unique = uniqueNames('note')
    expect(['a', 'a', 'a-2', 'a', '', ''].map(unique)).toEqual(['a', 'a-2', 'a-2-2', 'a-3', 'note', 'note-2'])
  })
})

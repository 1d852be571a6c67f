import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTEXT, type Highlight } from '../../src/reading/index.ts'
import { describe as remember } from '../../src/views/note/highlights/describe.ts'
import { findHighlight } from '../../src/views/note/highlights/find.ts'

const TEXT =
  'The harbour was opened in March. The mayor said that the harbour is ours. A bridge came later, in 1991. ' +
  '港口于2024年3月开放。市长说港口是我们的，桥是后来才有的。The harbour is closed at night.'

function highlighted(words: string, text = TEXT, from = 0): Highlight {
  const start = text.indexOf(words, from)
  return remember([text], text, { start, end: start + words.length }, 1)
}

const wordsAt = (highlight: Highlight, text: string) => {
  const found = findHighlight(highlight, text)
  return found && text.slice(found.start, found.end)
}

describe('the words of a highlight', () => {
  it('are remembered with what stands around them, and no more of it', () => {
    const { quote, position } = highlighted('A bridge came later')
    expect(quote.prefix).toBe(TEXT.slice(position.start - CONTEXT, position.start))
    expect(quote.suffix).toHaveLength(CONTEXT)
    expect(highlighted(TEXT).quote).toEqual({ exact: TEXT, prefix: '', suffix: '' })
  })

  it('are found where they were', () => {
    for (const words of ['The harbour was', 'harbour is ours', '港口是我们的', 'night.'])
      expect(findHighlight(highlighted(words), TEXT)?.start).toBe(TEXT.indexOf(words))
  })

  it('are found after text was put before them, taken away, or moved around them', () => {
    const highlight = highlighted('the harbour is ours')
    expect(wordsAt(highlight, `A new beginning. ${TEXT}`)).toBe('the harbour is ours')
    expect(wordsAt(highlight, TEXT.slice(33))).toBe('the harbour is ours')
    expect(wordsAt(highlight, TEXT.slice(100) + TEXT.slice(0, 100))).toBe('the harbour is ours')
  })

  it('are told from the same words elsewhere by what stands around them', () => {
    const second = highlighted('harbour', TEXT, 30)
    const edited = `harbour, harbour. ${TEXT}`
    expect(findHighlight(second, edited)?.start).toBe(edited.indexOf('harbour is ours'))
  })

  it.each([
    ['The mayor said that the harbour is ours', 'The mayor had said that the harbour was ours'],
    ['市长说港口是我们的，桥是后来才有的', '市长说，港口是我们大家的，桥是后来才有的'],
    ['A bridge came later, in 1991', 'A bridge came only later, in 1992'],
  ])('are found though some of them are other ones (%s)', (words, now) => {
    expect(wordsAt(highlighted(words), `New. ${TEXT.replace(words, now)}`)).toBe(now)
  })

  it('are lost where they were taken out, however short they are', () => {
    for (const words of ['the harbour is ours', '桥是后来才有的', 'A bridge came later'])
      expect(wordsAt(highlighted(words), TEXT.replace(words, ''))).toBeUndefined()
    expect(wordsAt(highlighted('ours'), 'Nothing of it. These are yours and ours too.')).toBeUndefined()
  })

  it('are not taken for the same word where nothing else is the same', () => {
    expect(
      wordsAt(highlighted('bridge'), 'Of the bridge, and what it cost, another page tells.'),
    ).toBeUndefined()
  })

  it('are found in a text that was edited anywhere outside of them', () => {
    const words = 'The mayor said that the harbour is ours'
    const start = TEXT.indexOf(words)
    const edit = fc.tuple(fc.nat(TEXT.length), fc.nat(20), fc.string({ maxLength: 20 }))
    fc.assert(
      fc.property(edit, ([at, cut, put]) => {
        if (at + cut > start && at < start + words.length) return
        expect(wordsAt(highlighted(words), TEXT.slice(0, at) + put + TEXT.slice(at + cut))).toBe(words)
      }),
    )
  })

  it('are looked for in a long text without long waiting', () => {
    const long = `${'一二三四五六七八九十'.repeat(100_000)}${TEXT}`
    const { user } = process.cpuUsage()
    expect(wordsAt(highlighted(TEXT.slice(0, 150)), long)).toBe(TEXT.slice(0, 150))
    expect(wordsAt(highlighted('桥是后来才有的'), long.replace('桥是', ''))).toBeUndefined()
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1500)
  })
})

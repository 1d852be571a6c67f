import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { type Body, bodyText } from '../../src/notes/index.ts'

const bodyOf = (raw: string): Body[] => {
  const [note] = compile({ notes: [{ file: 'a-en.md', raw }], images: [] }).notes
  return note?.body ?? []
}

describe('the text of a note', () => {
  it('is all words of its body in their order, each blank a space', () => {
    expect(
      bodyText(['one\ttwo ', ['em', null, 'three'], '\n', ['ul', null, '\n', ['li', null, 'four']]]),
    ).toBe('one two three  four')
  })

  it('has nothing of what the body may not hold, nor of its attributes', () => {
    expect(bodyText([['script', null, 'alert(1)'], ['img', { alt: 'a map', src: '/x' }], 'a'])).toBe('a')
  })

  it('is the same however the lines of the file end and where they are broken', () => {
    const raw =
      'One line\nand another of 2024.\n\n> A word,\n> and more.\n\n| a | b |\n|---|---|\n| c | d |\n'
    const text = bodyText(bodyOf(raw))
    expect(bodyText(bodyOf(raw.replaceAll('\n', '\r\n')))).toBe(text)
    expect(bodyText(bodyOf(raw.replace('One line\nand', 'One line and')))).toBe(text)
  })

  it('does not change with what is not in the text', () => {
    const text = bodyText(bodyOf('A word.\n'))
    expect(bodyText(bodyOf('---\ntags: [a, b]\n---\n\n\nA word.\n'))).toBe(text)
  })
})

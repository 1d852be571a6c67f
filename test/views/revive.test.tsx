import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Body } from '../../src/notes/index.ts'
import { revive } from '../../src/views/note/revive.tsx'

const html = (...body: Body[]) => renderToStaticMarkup(revive(body, {}))

describe('a body', () => {
  it('comes to life as it was', () => {
    expect(html(['p', { id: 'a' }, 'one ', ['em', null, 'two'], ['br', null]])).toBe(
      '<p id="a">one <em>two</em><br/></p>',
    )
  })

  it.each(['script', 'iframe', 'object', 'svg', 'style', 'form', 'base', 'meta', 'link', 'P'])(
    'does not bring in <%s>',
    (tag) => {
      expect(html(['p', null, [tag, null, 'x']])).toBe('<p></p>')
    },
  )

  it.each([
    ['onclick', 'alert(1)'],
    ['onClick', 'alert(1)'],
    ['style', 'color: red'],
    ['dangerouslySetInnerHTML', '{"__html":"<b>"}'],
    ['srcdoc', 'x'],
    ['formaction', '/x'],
    ['ref', 'x'],
    ['key', 'x'],
  ])('does not take the attribute %s', (name, value) => {
    expect(html(['p', { [name]: value }, 'x'])).toBe('<p>x</p>')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'file:///etc/passwd',
    'java\nscript:alert(1)',
  ])('does not follow %j', (href) => {
    expect(html(['a', { href }, 'x'])).toBe('<a>x</a>')
  })

  it('follows addresses of the web, of mail, and of the site itself', () => {
    for (const href of ['https://a.example/', 'mailto:a@b.example', '/notes/a#b', '#c']) {
      expect(html(['a', { href }, 'x'])).toContain(`href="${href}"`)
    }
  })
})

// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { NoteView } from '../../src/views/note/index.ts'
import { SourcesView } from '../../src/views/sources/index.ts'
import { show } from './render.tsx'

const noteOf = (address: string) =>
  `# Addresses\n\nIn 2021 [so](${address}) it was.\n\n## Sources\n\n- [A page of it](${address})\n- [A good page](https://good.example/)\n`

const LONG = `https://long.example/${'x'.repeat(1980)}`

afterEach(() => vi.unstubAllGlobals())

/** Addresses of all links to other sites on the screens of the note and of the sources. */
async function leadingOut(address: string): Promise<string[]> {
  await show(
    [
      {
        path: '/notes/:slug',
        element: (
          <>
            <NoteView />
            <SourcesView />
          </>
        ),
      },
    ],
    { at: '/notes/a-en', files: { 'a-en.md': noteOf(address) } },
  )
  await screen.findByRole('article')
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
  return hrefs.filter((href) => !/^(?:#|\/|\?|https:\/\/(?:good\.example|web\.archive\.org))/.test(href))
}

describe('an address that no reader may follow', () => {
  it.each([
    ['javascript:alert(1)', 'javascript'],
    ['JaVaScRiPt:alert(1)', 'JaVaScRiPt'],
    ['data:text/html,x', 'data:'],
    ['file:///etc/passwd', 'file:'],
    ['//evil.example/x', '//evil'],
    ['https://user:secret@bank.example/', '…@bank.example'],
    ['https://bank.example@evil.example/', '…@evil.example'],
    ['http://a.example:99999/', '99999'],
    ['https://%zz/', '%zz'],
    ['../up/there.md', 'there.md'],
    [`https://a.example/${'x'.repeat(9000)}`, 'https://a.example/xxx'],
  ])('is on no screen a link, and a problem tells its place: %.40s', async (address, told) => {
    expect(await leadingOut(address)).toEqual([])
    expect(within(screen.getByRole('article')).getByText('A page of it')).toBeTruthy()
    const { problems } = compile({ notes: [{ file: 'a-en.md', raw: noteOf(address) }], images: [] })
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 9],
      [7, 3],
    ])
    for (const { message } of problems) {
      expect(message).toContain(told)
      expect(message).not.toContain('secret')
    }
  })
})

describe('an address of an unusual kind', () => {
  it.each([
    ['https://bücher.example/öffnung', 'https://xn--bcher-kva.example/%C3%B6ffnung'],
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
    ['https://例え.example/道', 'https://xn--r8jz45g.example/%E9%81%93'],
    [LONG, LONG],
    ['mailto:ann@a.example', 'mailto:ann@a.example'],
  ])('leads where it says, wherever it is shown: %.40s', async (address, href) => {
    const found = await leadingOut(address)
    expect(found.length).toBeGreaterThan(2)
    expect([...new Set(found)]).toEqual([href])
  })

  it('is told by a name that cannot be mistaken for another, and short', async () => {
    await leadingOut('https://аpple.example/')
    expect(document.body.textContent).toContain('xn--pple-43d.example')
    expect(document.body.textContent).not.toContain('аpple')
  })

  it('is never written out at two thousand characters', async () => {
    await leadingOut(LONG)
    expect(document.body.textContent).not.toContain('x'.repeat(130))
  })
})

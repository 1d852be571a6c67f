// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { noteText } from '../../src/compiler/artifact-files.ts'
import { compile } from '../../src/compiler/compile.ts'
import { withData } from '../../src/compiler/page-head.ts'
import { INLINED, type Note } from '../../src/notes/index.ts'

const EVIL = '</script><script>ran()</script> <!-- <script> ]]> \u2028 </body></html> $& \\u003c \ud800'

it.each([
  ['the text', `# A\n\n${EVIL}`],
  ['code', `# A\n\n\`\`\`\n${EVIL}\n\`\`\``],
  ['the title', `---\ntitle: '${EVIL}'\n---\nA`],
  ['a heading', `## ${EVIL} (2020)\n\nIn 2020.`],
])('the data of a page stays data, whatever stands in %s of the note', (_, raw) => {
  const [note] = compile({ notes: [{ file: 'a.md', raw }], images: [] }).notes as [Note]
  const text = noteText(note)
  const page = withData('<!doctype html><body><div id="root"></div></body>', 'data/notes/a".json', text)
  const shown = new DOMParser().parseFromString(page, 'text/html')
  const [data, ...others] = shown.querySelectorAll<HTMLElement>('script')
  expect(others).toEqual([])
  expect(data).toBe(shown.querySelector(INLINED))
  expect(data?.dataset.path).toBe('data/notes/a".json')
  // To the byte what lies in its file, by which it is known.
  expect(data?.textContent).toBe(text)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(note)))
  expect(shown.body.lastElementChild).toBe(data)
})

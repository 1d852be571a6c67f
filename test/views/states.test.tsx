// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it } from 'vitest'
import { Layout } from '../../src/app/layout.tsx'
import { NoteView } from '../../src/views/note/index.ts'
import { StartView } from '../../src/views/start/index.ts'
import { STATES } from '../reading/states.ts'
import { show } from './render.tsx'

beforeAll(() => {
  // What jsdom lacks: scrolling.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
})

const FILES = {
  'a.md': '---\nlang: en\n---\n\n# A note\n\n## On\n\nIt was opened in May 2020. A word more.\n',
}
const screens = [
  { path: '/', element: <StartView /> },
  { path: '/notes/:slug', element: <NoteView /> },
]

const keyed = (entries: Record<string, string>) =>
  Object.fromEntries(Object.entries(entries).map(([name, text]) => [`dateline:/:${name}`, text]))

it('no page is blank, with every broken record there can be, each of a note of its own', async () => {
  const files: Record<string, string> = { ...FILES }
  const records: Record<string, string> = {}
  for (const [i, { entries }] of STATES.entries()) {
    files[`n${i}.md`] = `---\nlang: en\n---\n\n# Note ${i}\n\nIt was opened in ${1000 + i}.\n`
    records[`note:n${i}`] = entries['note:a'] as string
  }
  const { open } = await show(screens, { at: '/', files, Layout, stored: keyed(records) })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The library')
  expect(screen.getByText(/could not be read|comes from a newer version/)).toBeTruthy()
  await userEvent.click(screen.getByText('History'))
  for (const i of [STATES.findIndex(({ newer }) => newer), 30, 60, 90]) {
    await open(`/notes/n${i}`)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(`Note ${i}`)
  }
})

/** What reaches a page: what is read although it is odd. */
const READ = STATES.filter(({ entries, aside }) => !aside?.includes('note:a') && !('cleared:kept' in entries))

it.each(READ.map((state) => [state.name, state] as const))('no page is blank: %s', async (_, { entries }) => {
  const { open } = await show(screens, { at: '/notes/a', files: FILES, Layout, stored: keyed(entries) })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A note')
  await open('/')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The library')
})

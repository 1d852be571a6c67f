// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Layout } from '../../src/app/layout.tsx'
import { bodyPassages } from '../../src/notes/index.ts'
import { NoteView } from '../../src/views/note/index.ts'
import { StartView } from '../../src/views/start/index.ts'
import { show } from './render.tsx'

beforeAll(() => {
  // What jsdom lacks: scrolling.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
})

const NOTE =
  '---\ntitle: A lock\nlang: en\n---\n\n## Built\n\nIt was built in 1901. It *leaks*.\n\n- by hand\n'
const BEFORE = 'Built\nIt was built in 1899. It leaks.\nby hand'
const screens = [
  { path: '/', element: <StartView /> },
  { path: '/notes/:slug', element: <NoteView /> },
]
const known = (revision: string, text: string) => ({
  'dateline:/:note:lock': JSON.stringify({ v: 5, opened: 1, revision: { value: revision, at: 1 } }),
  'dateline:/:text:lock': JSON.stringify({ revision, at: 1, text }),
})
const open = (at: string, stored?: Record<string, string>) =>
  show(screens, { at, files: { 'lock.md': NOTE }, Layout, ...(stored ? { stored } : {}) })
const notice = () => screen.queryByRole('region', { name: 'Changed' })

describe('a note that has changed since it was read', () => {
  it('says so in its head and in the lists, and shows what has changed by words', async () => {
    const { reading } = await open('/notes/lock', known('old', BEFORE))
    expect(screen.getAllByText('Changed').length).toBeGreaterThan(0)
    expect(notice()?.textContent).toContain('This note has changed since you read it.')
    await userEvent.click(screen.getByRole('button', { name: 'Show what changed' }))
    const changed = await within(notice() as HTMLElement).findByText('1901', { selector: 'ins' })
    expect(changed.closest('li')?.querySelector('del')?.textContent).toBe('removed: 1899')
    expect(changed.closest('ol')?.children).toHaveLength(1)
    expect(within(notice() as HTMLElement).getByRole('link', { name: 'Built' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(notice()).toBeNull()
    expect(screen.queryByText('Changed')).toBeNull()
    expect(reading.textRead('lock')).toContain('1901')
  })

  it('stands on the start page', async () => {
    await open('/', known('old', BEFORE))
    const section = screen.getByRole('region', { name: 'Changed since you read them' })
    expect(within(section).getByRole('link', { name: 'A lock' })).toBeTruthy()
  })

  it('says what it can where what it said is not kept', async () => {
    const { 'dateline:/:note:lock': record = '' } = known('old', BEFORE)
    await open('/notes/lock', { 'dateline:/:note:lock': record })
    expect(notice()?.textContent).toContain('no longer kept')
    expect(screen.queryByRole('button', { name: 'Show what changed' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(notice()).toBeNull()
  })

  it('does not say so where nothing of its text has, and knows from then on', async () => {
    const { reading } = await open('/notes/lock', known('old', BEFORE.replace('1899', '1901')))
    expect(notice()).toBeNull()
    expect(reading.getState().notes.get('lock')?.revision?.value).not.toBe('old')
  })

  it('does not say so of one that is new, or is as it was', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { reading, client } = await open('/notes/lock')
      expect(notice()).toBeNull()
      expect(reading.textRead('lock')).toBeUndefined()
      act(() => void vi.advanceTimersByTime(2000))
      expect(reading.textRead('lock')).toBe(BEFORE.replace('1899', '1901'))
      expect(client.isFetching()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is kept by its passages, a row as one', () => {
    const rows = ['table', null, ['tr', null, ['td', null, 'a'], ['td', null, 'b']]] as const
    expect(bodyPassages([['h2', { id: 'h-x' }, 'X'], '\n', rows as never])).toEqual([
      { text: 'X', section: 'h-x' },
      { text: 'a b', section: 'h-x' },
    ])
  })
})

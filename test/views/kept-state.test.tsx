// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { takeOut } from '../../src/reading/index.ts'
import { SettingsView } from '../../src/views/settings/index.ts'
import { show } from './render.tsx'

const settings = () => show([{ path: 'settings', element: <SettingsView /> }], { at: '/settings', files: {} })

it('what was saved is brought in, after it was said what that does', async () => {
  const { reading } = await settings()
  reading.star('a', 's-1', true)
  const text = takeOut(reading)
  reading.star('a', 's-1', false)
  reading.finish('b', true)
  const file = new File([text.replace('"a"', '"c"')], 'saved.json', { type: 'application/json' })
  file.text = async () => text.replace('"a"', '"c"')
  await userEvent.upload(screen.getByLabelText('Import a file'), file)
  expect(
    (await screen.findByText('The file remembers 1 note. Importing it')).parentElement?.textContent,
  ).toContain('stars 1 statement')
  expect(reading.getState().notes.has('c')).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Import' }))
  expect(reading.getState().notes.get('c')?.starred.get('s-1')?.on).toBe(true)
  screen.getByText('Imported.')
})

it('a file that is none changes nothing, and is called so', async () => {
  const { reading } = await settings()
  reading.finish('b', true)
  const file = new File(['{'], 'other.json', { type: 'application/json' })
  file.text = async () => '{'
  await userEvent.upload(screen.getByLabelText('Import a file'), file)
  await screen.findByText('This is not a file that Dateline has saved.')
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
  expect(reading.getState().notes.size).toBe(1)
})

it('what is saved is a file of its own, of today', async () => {
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:x'
  await settings()
  await userEvent.click(screen.getByRole('button', { name: 'Save as a file' }))
  expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toMatch(
    /^dateline-reading-\d{4}-\d\d-\d\d\.json$/,
  )
})

it('all is cleared only after it was said how much that is, and can be brought back', async () => {
  const { reading } = await settings()
  expect(screen.getByRole('button', { name: 'Clear…' })).toHaveProperty('disabled', true)
  reading.star('a', 's-1', true)
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Clear…' })).toHaveProperty('disabled', false),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Clear…' }))
  expect(
    screen.getAllByText('1 note, 1 starred statement and 0 highlights are remembered in this browser.'),
  ).toHaveLength(2)
  expect(reading.getState().notes.size).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(reading.getState().notes.size).toBe(0)
  await userEvent.click(screen.getByRole('button', { name: 'Bring it back' }))
  expect(reading.getState().notes.get('a')?.starred.get('s-1')?.on).toBe(true)
})

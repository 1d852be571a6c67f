// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Keys } from '../../src/app/keys.tsx'
import { ReaderPanel, SettingsView } from '../../src/views/settings/index.ts'
import { show } from './render.tsx'

const settings = () =>
  show(
    [
      {
        path: 'settings',
        element: (
          <>
            <SettingsView />
            <Keys />
          </>
        ),
      },
    ],
    { at: '/settings', files: {} },
  )

describe('the settings page', () => {
  it('shows what holds, and keeps what is chosen', async () => {
    const { reading } = await settings()
    const theme = within(screen.getByRole('group', { name: 'Theme' }))
    expect(theme.getByRole('radio', { name: 'System' })).toHaveProperty('checked', true)
    await userEvent.click(theme.getByRole('radio', { name: 'Sepia' }))
    expect(theme.getByRole('radio', { name: 'Sepia' })).toHaveProperty('checked', true)
    expect(theme.getByRole('radio', { name: 'System' })).toHaveProperty('checked', false)
    await userEvent.click(screen.getByRole('radio', { name: '130%' }))
    await userEvent.selectOptions(screen.getByRole('combobox'), '简体中文')
    expect(reading.getState().settings).toMatchObject({ theme: 'sepia', size: '130', language: 'zh-Hans' })
  })

  it('switches off the keys that are pressed alone, and on again', async () => {
    const { address } = await settings()
    const keys = within(screen.getByRole('group', { name: 'Single-key shortcuts' }))
    await userEvent.click(keys.getByRole('radio', { name: 'Off' }))
    ;(document.activeElement as HTMLElement).blur()
    await userEvent.keyboard('gt')
    expect(address()).toBe('/settings')
    await userEvent.click(keys.getByRole('radio', { name: 'On' }))
    ;(document.activeElement as HTMLElement).blur()
    await userEvent.keyboard('gt')
    expect(address()).toBe('/timeline')
  })
})

describe('the reader’s panel', () => {
  it('changes how the text looks, and leads to all settings', async () => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function close() {
      this.open = false
    }
    const { reading, address } = await show(
      [{ path: '/', element: <ReaderPanel onClose={() => undefined} /> }],
      {
        at: '/',
        files: {},
      },
    )
    await userEvent.click(screen.getByRole('radio', { name: 'Sans serif' }))
    expect(reading.getState().settings.face).toBe('sans')
    expect(screen.queryByRole('group', { name: 'Single-key shortcuts' })).toBeNull()
    await userEvent.click(screen.getByRole('link', { name: 'All settings' }))
    expect(address()).toBe('/settings')
  })
})

export { ReaderPanel } from './reader-panel.tsx'
export { SettingsView } from './settings-view.tsx'

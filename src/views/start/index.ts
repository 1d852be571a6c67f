export { StartView } from './start-view.tsx'

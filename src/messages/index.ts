export {
  type Interface,
  InterfaceProvider,
  LANGUAGES,
  loadInterface,
  useLanguage,
  useMessages,
} from './interface.tsx'
export type { Messages } from './messages.ts'
export { writtenBy } from './written-by.ts'

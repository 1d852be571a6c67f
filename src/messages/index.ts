export {
  type Interface,
  InterfaceProvider,
  LANGUAGES,
  loadInterface,
  messagesOf,
  useFirstMessages,
  useLanguage,
  useMessages,
  withWords,
} from './interface.tsx'
export type { FirstMessages, Messages } from './messages.ts'
export { writtenBy } from './written-by.ts'

export { type Interface, InterfaceProvider, loadInterface, useLanguage, useMessages } from './interface.tsx'
export type { Messages } from './messages.ts'

import '../ui/pages.css'

export { ErrorPage } from './error-page.tsx'
export { KeyList } from './key-list.tsx'
export { NotFound } from './not-found.tsx'
export { NEEDS } from './screen-needs.ts'
export { StorageTrouble } from './storage-trouble.tsx'

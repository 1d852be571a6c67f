export { SearchDialog } from './search-dialog.tsx'
export { SearchView } from './search-view.tsx'

export { NoteView } from './note-view.tsx'
export { PaperView } from './paper-view.tsx'

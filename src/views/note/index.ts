export { NoteView } from './note-view.tsx'

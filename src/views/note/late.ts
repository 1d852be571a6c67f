import { late } from '../../ui/index.ts'

/** What of a note its reader asks for, and the picture that then follows them. */
export const cards = late(() => import('./cards.ts'))

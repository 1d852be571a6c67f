import { late } from '../ui/index.ts'

/** What of the frame comes once the reader acts. */
export const more = late(() => import('./more.ts'))

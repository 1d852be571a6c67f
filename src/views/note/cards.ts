export { DateCard } from './date-card.tsx'
export { NotePicture } from './note-picture.tsx'
export { StatementSourceCard } from './statement-source-card.tsx'
export { WhatChanged } from './what-changed.tsx'

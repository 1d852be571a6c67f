/** Where the highlights of a note are listed; no section and no statement has such a name. */
export const HIGHLIGHTS_OF_NOTE = 'highlights-of-note'

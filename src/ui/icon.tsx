/** Of the frame, and of a note. */
const SHAPES = {
  menu: 'M3 5h14M3 10h14M3 15h9',
  read: 'M10 3.500a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM7 10.200l2.200 2.200 3.900-4.500',
  unread: 'M10 3.500a6.500 6.500 0 100 13 6.500 6.500 0 000-13z',
  check: 'M4.5 10.5l3.5 3.500 7.500-8',
  close: 'M5 5l10 10M15 5L5 15',
  star: 'M10 3.2l2.1 4.4 4.8.6-3.5 3.3.9 4.8L10 14l-4.3 2.3.9-4.8L3.1 8.2l4.8-.6z',
  notes: 'M5 3h10v14H5zM8 7h4M8 10h4',
  timeline: 'M6 3v14M6 6h9M6 10h6M6 14h8',
  sources:
    'M8.5 11.5l3-3M9 6l1.5-1.5a3.2 3.2 0 014.5 4.5L13.500 10.5M11 14l-1.500 1.500a3.200 3.200 0 01-4.500-4.500L6.500 9.500',
  search: 'M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM13 13l4 4',
  type: 'M1.5 15.500L6 4.500l4.500 11M3.200 11.500h5.600M18 9.500v6M18 12.500a2.700 2.700 0 11-5.400 0 2.700 2.700 0 015.400 0z',
  start: 'M3 9l7-6 7 6M5 8v9h10V8',
} as const

/** A drawing that only repeats the words beside it. */
export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return <Drawing path={SHAPES[shape]} />
}

/** As {@link Icon}, of what stands in one place alone: its shape is there. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

/** Goes to the next or the previous section or statement, from that which has the focus or is in sight. */
export function stepThrough(text: HTMLElement | null, by: 1 | -1): void {
  const stops = [
    ...(text?.querySelectorAll<HTMLElement>(':is(h2, h3, h4, h5, h6)[id], span[data-statement]') ?? []),
  ]
  const focused = stops.indexOf(document.activeElement as HTMLElement)
  const near = stops.findIndex((stop) => stop.getBoundingClientRect().top > 80)
  const target = focused >= 0 ? focused + by : near
  const stop = stops[Math.max(0, Math.min(stops.length - 1, target))]
  stop?.focus({ preventScroll: true })
  stop?.scrollIntoView({ block: 'nearest' })
}

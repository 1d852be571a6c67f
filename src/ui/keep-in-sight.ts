/**
 * Scrolls a frame, and nothing else, so far that the element in it can be seen. `scrollIntoView` would move the page
 * as well.
 */
export function keepInSight(element: HTMLElement, frame: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect()
  const box = frame.getBoundingClientRect()
  if (top < box.top || bottom > box.bottom) frame.scrollTop += top - box.top - frame.clientHeight / 3
}

/** JSON that can stand in a page, whatever is in it: nothing of it ends the element that it stands in, or begins another. */
export function inert(json: string): string {
  return json.replaceAll('<', '\\u003c')
}

// Brings the program once the page is drawn: what can be read already does not wait for it, on any line. What is
// pressed or typed until then is kept, and done when the program is there: `src/app/pressed-early.ts`.
// A page that shows nothing begins with it.
if (document.currentScript.dataset.modules) {
  const { base, modules } = document.currentScript.dataset
  const files = modules.split(' ')
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    for (const href of files) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
    }
    import(files[0])
    // Of which build the site is: all that the program asks for is to be of that one. None, `null`, where its program is
    // another than that of this page, which a cache has kept; what cannot be asked is `undefined`.
    globalThis.siteBuild = fetch(`${base}build.json`, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(10_000),
    })
      .then((response) => response.json())
      .then(({ build, entry }) => (files[0].endsWith(`/${entry}`) ? build : null))
      .catch(() => undefined)
  }
  try {
    new PerformanceObserver(begin).observe({ type: 'paint', buffered: true })
  } catch {
    // Then as soon as all else is there.
  }
  // A page in the background is not drawn, and some browsers do not tell when they draw.
  addEventListener('load', () => setTimeout(begin, 100))

  const kept = []
  // Taken over, a field is empty again.
  const keep = (event) => kept.push({ event, value: event.target.value, checked: event.target.checked })
  const types = ['click', 'keydown', 'input']
  for (const type of types) addEventListener(type, keep, true)
  globalThis.pressedEarly = () => {
    for (const type of types) removeEventListener(type, keep, true)
    return kept.splice(0)
  }
}

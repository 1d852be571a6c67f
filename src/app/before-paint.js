// Sets what the reader has chosen before anything is drawn. Style sheets know the values; others do nothing.
{
  const root = document.documentElement
  let chosen = {}
  try {
    // A single file stands for itself.
    const scope = document.currentScript.dataset.base ?? location.pathname
    chosen = JSON.parse(localStorage.getItem(`dateline:${scope}:settings`)) ?? {}
  } catch {
    // Nothing can be read, or the storage is forbidden: the program tells it.
  }
  for (const name of ['theme', 'size', 'measure', 'face', 'spacing']) {
    if (chosen[name]) root.dataset[name] = chosen[name].value
  }
  // The page turns around now, not when it begins to speak the reader's language.
  const spoken = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'zh']
  const wanted = [chosen.language?.value, ...navigator.languages].map((tag) => String(tag).split('-')[0])
  const language = wanted.find((one) => spoken.includes(one)) ?? 'en'
  root.dir = language === 'ar' ? 'rtl' : 'ltr'
  // Then words of another length come: room is kept for them.
  if (root.lang && root.lang.split('-')[0] !== language) root.dataset.foreign = ''
}
// A page may be left before the program has come: `src/app/stale-page.ts`.
addEventListener('beforeunload', ({ timeStamp }) => {
  globalThis.leftAt = timeStamp
})

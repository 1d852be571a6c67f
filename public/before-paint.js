// Sets what the reader has chosen before anything is drawn. Style sheets know the values; others do nothing.
try {
  const scope = new URL('.', document.currentScript.src).pathname
  const chosen = JSON.parse(localStorage.getItem(`dateline:${scope}:settings`))
  for (const name of ['theme', 'size', 'measure', 'face', 'spacing']) {
    if (chosen[name]) document.documentElement.dataset[name] = chosen[name].value
  }
} catch {
  // Nothing was chosen, or the storage is forbidden: the program tells it.
}

import { build, type Plugin } from 'vite'
import { metaPolicy } from './headers.ts'

/** A process of its own that builds the program, for browsers and for Node: its memory is needed before any other. */

/** First of all in the head: a policy holds for what comes after it. */
const policy: Plugin = {
  name: 'dateline:policy',
  transformIndexHtml: (html) =>
    html.replace(
      '<head>',
      `<head>\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}" />`,
    ),
}

const [folder = '', server = '', base = '/'] = process.argv.slice(2)
const common = { base, logLevel: 'silent' } as const
try {
  await build({
    ...common,
    plugins: [policy],
    build: { outDir: folder, emptyOutDir: true, manifest: true },
  })
  await build({
    ...common,
    build: {
      ssr: 'src/app/server.tsx',
      outDir: server,
      emptyOutDir: true,
      copyPublicDir: false,
    },
    // Whole in itself: where it lies, there are no packages.
    ssr: { noExternal: true },
  })
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
process.disconnect()

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, minifySync, type Plugin } from 'vite'
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

/** What runs before the program cannot be a module: it is one file, named after its content as modules are. */
const early: Plugin = {
  name: 'dateline:early',
  buildStart() {
    const source = ['before-paint', 'after-paint'].map(readEarly).join('')
    this.emitFile({ type: 'asset', name: 'early.js', source })
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const [file] = Object.values(bundle).filter(
        (one) => one.type === 'asset' && one.names[0] === 'early.js',
      )
      const tag = `<script src="${base}${file?.fileName}" data-base="${base}">`
      return html.replace(/<script src="[^"]*before-paint\.js"[^>]*>/, tag)
    },
  },
}

function readEarly(name: string): string {
  const file = `src/app/${name}.js`
  return minifySync(file, readFileSync(file, 'utf8')).code
}

const [folder = '', server, base = '/'] = process.argv.slice(2)
const common = {
  base,
  logLevel: 'silent',
  // Its door leads to the build that warns developers, whatever is built.
  resolve: { alias: { 'react-router': resolve('node_modules/react-router/dist/production/index.mjs') } },
} as const
try {
  if (server) await buildSite(server)
  else await buildSingleFile()
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
process.disconnect()

async function buildSite(server: string): Promise<void> {
  await build({
    ...common,
    plugins: [policy, early],
    build: { outDir: folder, emptyOutDir: true, manifest: true },
  })
  await build({
    ...common,
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: 'src/worker/worker.ts',
        output: { format: 'iife', entryFileNames: 'worker.js', codeSplitting: false },
      },
    },
  })
  await build({
    ...common,
    build: {
      ssr: 'src/app/server.tsx',
      outDir: server,
      emptyOutDir: true,
      copyPublicDir: false,
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Whole in itself: where it lies, there are no packages.
    ssr: { noExternal: true },
  })
}

async function buildSingleFile(): Promise<void> {
  await build({
    ...common,
    mode: 'single-file',
    // A screen is named behind the address of the file.
    define: { 'import.meta.env.BASE_URL': '"#/"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      rolldownOptions: {
        input: 'src/single-file.tsx',
        output: { entryFileNames: 'program.js', assetFileNames: 'style[extname]', codeSplitting: false },
      },
    },
  })
  writeFileSync(join(folder, 'before-paint.js'), readEarly('before-paint'))
}

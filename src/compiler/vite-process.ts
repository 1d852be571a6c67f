import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { HASH_LENGTH } from '../notes/index.ts'
import { metaPolicy } from './headers.ts'
import { contentHash } from './site-files.ts'

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

/** It has to come before all else, and so cannot be a module: its name stays, and its address tells its content. */
const beforePaint: Plugin = {
  name: 'dateline:before-paint',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        /before-paint\.js(?=")/,
        (name) => `${name}?${contentHash(readFileSync(`public/${name}`)).slice(0, HASH_LENGTH)}`,
      ),
  },
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
    plugins: [policy, beforePaint],
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
}

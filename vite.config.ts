import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { dateline } from './src/compiler/plugin.ts'

export default defineConfig({
  plugins: [react(), dateline({ content: process.env.DATELINE_CONTENT ?? 'content' })],
  build: {
    target: 'es2022',
    // Browsers that know `:dir()`: for older ones it would be replaced by a list of languages, which is not the same.
    cssTarget: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Some tests start the command line: on a busy machine that takes a while.
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'], testTimeout: 60_000 },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The notes come in by the commands of src/compiler, each with a plugin of its own.
export default defineConfig({
  plugins: [react()],
  // One style sheet: a page is whole with the first that comes.
  build: { target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: false, modulePreload: { polyfill: false } },
  // A busy machine starts a command line slowly.
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'], testTimeout: 30_000 },
})

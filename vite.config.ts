import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The notes come in by the commands of src/compiler, each with a plugin of its own.
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs comes in two files, the second of which a new version of ours leaves as it is.
        codeSplitting: {
          groups: [
            { name: 'packages', test: /node_modules/, tags: ['$initial'], priority: 1 },
            { name: 'program', tags: ['$initial'] },
            // Behind a door that every page goes through, and wanted on one screen alone.
            {
              name: 'beside',
              test: /src[\\/]notes[\\/](?:beside[\\/]|terms)/,
              priority: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  // A busy machine starts a command line slowly.
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'], testTimeout: 30_000 },
})

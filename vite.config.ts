import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * All of react-router is one file, and whatever part of it is given a name for developers' tools, or is made by React,
 * counts as wanted: 6 KB of a framework. Said to be without effect, it goes with the rest that is not asked for, and so
 * do the warnings to developers.
 */
const unusedRoutes: Plugin = {
  name: 'dateline:unused-routes',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/react-router\/dist\// },
    handler: (code) =>
      code
        .replace(/^\w+\.displayName = ".*";$/gm, '')
        .replace(/(?<=^var \w+ = )(?=React\d*\.(?:createContext|forwardRef|memo)\()/gm, '/* @__PURE__ */ ')
        .replace(/(?<=^ *)(?=(?:warning|warningOnce)\()/gm, '/* @__PURE__ */ '),
  },
}

// The notes come in by the commands of src/compiler, each with a plugin of its own.
export default defineConfig({
  plugins: [react(), unusedRoutes],
  build: {
    target: 'es2022',
    // The oldest browsers that the pages are made for.
    cssTarget: ['chrome120', 'firefox121', 'safari17'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs comes in one file: packages apart would bring another for what the bundler shares.
        codeSplitting: {
          groups: [
            { name: 'program', tags: ['$initial'], priority: 2 },
            // What comes once the reader acts, whichever room it is of, is one more.
            { name: 'acting', test: /src[\\/](?:app[\\/]more|views[\\/]note[\\/]cards)\.ts$/, priority: 1 },
            // Behind a door that every page goes through, and wanted on one screen alone.
            {
              name: 'beside',
              test: /src[\\/]notes[\\/](?:beside[\\/]|terms)/,
              priority: 4,
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

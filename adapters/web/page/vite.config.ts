import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { compileTexts } from '../../../src/compile-texts.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [compileTexts()],
  // The same page whoever builds it: tests and development set NODE_ENV otherwise.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  resolve: {
    // The page is written against React's interface and runs on Preact's implementation of it: 7 KB instead of 68.
    alias: [
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: /^react-dom$/u, replacement: 'preact/compat' },
      { find: /^react\/jsx-runtime$/u, replacement: 'preact/jsx-runtime' },
      { find: /^react$/u, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir: resolve(root, '../../../dist/page'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox78'],
    // The content policy forbids `data:` scripts and styles, and a polyfill the browsers above do not need.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    // What draws charts is loaded only where one is shown.
    chunkSizeWarningLimit: 600,
  },
});

import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { compileTexts } from '../../compile-texts.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/desk/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [compileTexts()],
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: {
    outDir: resolve(root, '../../../dist/console'),
    emptyOutDir: true,
    target: ['chrome109', 'safari15', 'firefox102'],
    // The content policy forbids `data:` scripts.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    // Directives of frameworks that render on servers mean nothing here, and there are two thousand of them.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

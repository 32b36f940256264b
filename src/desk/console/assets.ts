import type { Assets } from '../../build-assets.ts';

/** The console as a browser is served it. */
export const CONSOLE: Assets = {
  name: 'console',
  sources: [
    'src/desk/console',
    'src/roles.ts',
    'src/compile-texts.ts',
    'messages/zh-CN/console.yaml',
    'messages/en/console.yaml',
    'package.json',
  ],
  builds: [{ configFile: 'src/desk/console/vite.config.ts' }],
};

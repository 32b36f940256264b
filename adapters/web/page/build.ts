import { join } from 'node:path';
import { type Assets, areFresh, ensureAssets } from '../../../src/build-assets.ts';

const SOURCES = ['adapters/web/page', 'src/channel', 'messages/zh-CN/web.yaml', 'messages/en/web.yaml', 'package.json'];
const CONFIG = 'adapters/web/page/vite.config.ts';

/** The chat page and, by itself in one file, the script that puts it on other sites. */
function describePage(root: string): Assets {
  const widget = {
    entry: join(root, 'adapters/web/page/widget.ts'),
    name: 'widget',
    formats: ['iife'],
    fileName: () => 'widget.js',
  };
  return {
    name: 'page',
    sources: SOURCES,
    builds: [{ configFile: CONFIG }, { configFile: CONFIG, build: { lib: widget } }],
  };
}

/** Whether `dist/page` was built from the sources as they are now. */
export function isPageFresh(root: string): boolean {
  return areFresh(root, describePage(root));
}

/** Builds `dist/page` when its sources changed since the last time. */
export async function ensurePage(root: string, onBuild?: () => void): Promise<void> {
  await ensureAssets(root, describePage(root), onBuild);
}

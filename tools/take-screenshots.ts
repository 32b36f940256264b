import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
/** The pictures of the README, by what the test that looks at every page calls them. */
const PICTURES = {
  'chat-320': 'every-chat-light-320',
  today: 'every-today',
  case: 'every-requests-number',
  conversations: 'every-conversations-id',
  figures: 'every-figures',
};

// The people and requests in them are made up by the test; see tests/desk/console/seed-desk.ts.
const { status } = spawnSync(resolve(ROOT, 'desk'), ['test', 'tests/desk/console/every-page.test.ts'], {
  cwd: ROOT,
  env: { ...process.env, DESK_TEST_PICTURES: '1' },
  stdio: 'inherit',
});
if (status === 0) {
  mkdirSync(resolve(ROOT, 'docs/screenshots'), { recursive: true });
  for (const [name, kept] of Object.entries(PICTURES))
    copyFileSync(resolve(ROOT, `dist/screenshots/${kept}.png`), resolve(ROOT, `docs/screenshots/${name}.png`));
}
process.exitCode = status ?? 1;

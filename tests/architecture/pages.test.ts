import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLATFORM_SETTINGS } from '../../tools/list-platform-settings.ts';
import { writeSettingsPage } from '../../tools/settings-page.ts';

test('the page of settings shows them as they are read (if not: node tools/write-settings.ts)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8');
  expect(page).toBe(writeSettingsPage(PLATFORM_SETTINGS));
});

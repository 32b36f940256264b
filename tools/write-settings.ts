/** Writes docs/settings.md from the schemas that read the settings. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { PLATFORM_SETTINGS } from './list-platform-settings.ts';
import { writeSettingsPage } from './settings-page.ts';

writeFileSync('docs/settings.md', writeSettingsPage(PLATFORM_SETTINGS));

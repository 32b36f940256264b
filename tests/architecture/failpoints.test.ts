import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { POINTS_AROUND, STAFF_POINTS_AROUND } from '../../src/failpoints.ts';
import { listSources, ROOT } from './imports.ts';

/** Calls by which something durable is written or somebody outside is asked. */
const REACHES_OUT =
  /\b(?:fetch|writeFileSync|writeFile|renameSync|rename|appendFile|appendFileSync|unlink|execFile|spawn|discovery|authorizationCodeGrant)\(/u;
/** What a person runs and sees fail, tries the desk out, or is the desk as browsers have it. */
const BY_HAND = /^src\/(?:cli|bench|chaos|desk\/console|eval)\/|^adapters\/web\/page\//u;
/** Written or asked for without points, and why nothing hangs on where it ends. */
const WITHOUT_POINTS: Readonly<Record<string, string>> = {
  'src/build-assets.ts': 'pages, built again from their sources',
  'src/desk/releases/base-file.ts': 'a note beside a working copy of the knowledge, written again',
  'src/knowledge/releases/clear-releases.ts': 'folders laid out from the database, laid out again',
  'src/knowledge/releases/lay-out.ts': 'the same',
  'src/knowledge/releases/tree.ts': 'the same',
  'src/store/backup.ts': 'a copy made by hand, in its place only when it is whole',
  'src/store/master-key.ts': 'keys changed by hand, in one rename',
  'src/attachments/scanner.ts': 'called at file.scan',
  'src/documents/render-apart.ts': 'a process of our own that writes nothing',
  'src/reports/open/import-apart.ts': 'the same',
};

const sources = listSources().map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

test('every failpoint stands somewhere, and every place has its point in the list', () => {
  const used = sources.flatMap(({ text }) => [...text.matchAll(/betweenPoints\('([^']+)'/gu)].map(([, name]) => name));
  expect([...new Set(used)].toSorted()).toEqual([...POINTS_AROUND, ...STAFF_POINTS_AROUND].toSorted());
});

test('what writes files or asks somebody outside has failpoints, or a reason to have none', () => {
  const found = sources
    .filter(({ file, text }) => file.startsWith('src/') && !BY_HAND.test(file) && REACHES_OUT.test(text))
    .filter(({ text }) => !text.includes('betweenPoints('))
    .map(({ file }) => file);
  expect(found.toSorted()).toEqual(Object.keys(WITHOUT_POINTS).toSorted());
});

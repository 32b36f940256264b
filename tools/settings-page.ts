import type { AdapterSetting } from '../src/channel/adapter.ts';
import { describeSettings } from '../src/config.ts';

const HEAD = `# Settings

Written by \`tools/write-settings.ts\` from the schemas that read them; a test compares the two. All come from the environment or a \`.env\` file in the folder the desk is started in, where the environment wins. None is needed to start. \`./desk doctor\` says everything that is wrong with them at once.`;

const PLATFORMS_HEAD = `## Platforms

A platform starts when one of its settings is there; what is missing then is said at the start and by \`./desk doctor\`. A second account of a platform has the same settings with \`_2\` behind the name, a third with \`_3\`. The steps that lead to the values stand in the folder's readme under \`adapters/\`.`;

/** Whoever reads these can act as the desk or open what it keeps: not for a file that others read. */
const SECRET = new Set(['DESK_KEY', 'DESK_KEY_OLD', 'DATABASE_URL', 'REDIS_URL', 'DESK_OIDC_CLIENT_SECRET']);

interface Row {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

function writeTable(heading: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, value, meaning }) => `| \`${name}\` | ${value} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return [`| setting | ${heading} | meaning |`, '| --- | --- | --- |', ...lines].join('\n');
}

const writeKinds = (kinds: readonly (string | false)[]) => kinds.filter(Boolean).join(', ') || '–';

/** Every setting there is, of the desk and of the platforms, as a page. */
export function writeSettingsPage(
  platforms: readonly { readonly name: string; readonly settings: readonly AdapterSetting[] }[],
): string {
  const own = describeSettings().map(({ name, meaning, fallback }) => ({
    name,
    value: fallback ? `\`${fallback}\`` : '–',
    meaning: SECRET.has(name) ? `${meaning} (secret)` : meaning,
  }));
  const tables = platforms.map(({ name, settings }) => {
    const rows = settings.map((each) => ({
      name: each.name,
      value: writeKinds([each.required && 'needed', each.secret && 'secret']),
      meaning: each.meaning,
    }));
    return `### ${name}\n\n${writeTable('', rows)}`;
  });
  return [HEAD, writeTable('default', own), PLATFORMS_HEAD, ...tables, ''].join('\n\n').replace(/\n+$/u, '\n');
}

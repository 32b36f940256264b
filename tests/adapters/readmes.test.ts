import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlatformHarness } from '../contract/harness.ts';
import { PLATFORMS } from '../contract/platforms.ts';

const ADAPTERS = join(import.meta.dirname, '../../adapters');
const readmeOf = (name: string) => readFileSync(join(ADAPTERS, name, 'readme.md'), 'utf8');

describe.each(Object.entries<PlatformHarness>(PLATFORMS))('the readme of %s', (name, { module }) => {
  const readme = readmeOf(name);

  test('names every setting, and no other', () => {
    const prefix = `${name.toUpperCase()}_`;
    const named = readme.match(new RegExp(`\\b${prefix}[A-Z_]*[A-Z]\\b`, 'gu')) ?? [];
    expect([...new Set(named)].toSorted()).toEqual(module.settings.map((setting) => setting.name).toSorted());
  });

  test('says how it is set up, what it may do, what a second account needs, and what is not supported', () => {
    expect(readme).toMatch(/^## Set.?up$/mu);
    expect(readme).toMatch(/permission|scopes/iu);
    expect(readme).toContain(`/hooks/${name}`);
    expect(readme).toContain('_2');
    expect(readme).toMatch(/^## (?:Not supported|What it cannot do)/mu);
  });

  test('names the pages of the platform it follows', () => {
    expect(readme).toMatch(/https:\/\/(?:core\.telegram|docs\.slack|developer|open\.feishu|open\.dingtalk)/u);
  });
});

test('every channel is a folder of the same parts', () => {
  const channels = readdirSync(ADAPTERS).filter((name) => !name.startsWith('_'));
  expect(channels.toSorted()).toEqual([...Object.keys(PLATFORMS), 'terminal', 'web'].toSorted());
  for (const name of channels) {
    const files = readdirSync(join(ADAPTERS, name));
    // What is typed into a terminal is a line of text: there is nothing to parse.
    const parts = ['inbound.ts', 'index.ts', 'outbound.ts', 'readme.md', 'render.ts'];
    expect(files).toEqual(expect.arrayContaining(name === 'terminal' ? parts : [...parts, 'schema.ts']));
  }
});

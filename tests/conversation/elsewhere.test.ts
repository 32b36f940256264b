import { describe, expect, it } from 'vitest';
import type { TurnContext } from '../../src/conversation/skill.ts';
import { speaksOfOthers } from '../../src/conversation/understand/elsewhere.ts';
import { buildJurisdiction } from '../../src/jurisdiction/index.ts';
import type { AuthorityKind, Division } from '../../src/knowledge/schema/jurisdiction.ts';

const divisions: readonly Division[] = [
  { code: '21', name: '辽宁省' },
  { code: '2101', name: '沈阳市', parent: '21' },
  { code: '210106', name: '铁西区', parent: '2101' },
  { code: '2102', name: '大连市', parent: '21' },
];
const kinds: readonly AuthorityKind[] = [
  { id: 'petition', name: '信访局', local: { city: '信访局' }, short: ['信访局'], authority: true },
  { id: 'police', name: '公安局', local: { city: '公安局' }, short: ['公安局'], authority: true },
];
const profile = {
  id: 'bureau',
  name: '沈阳市信访局',
  short: ['信访局'],
  place: '2101',
} as unknown as TurnContext['release']['base']['profile'];
const base = { profile, kinds, divisions, matters: [], authorities: [], laws: [] };
const release = { base, jurisdiction: buildJurisdiction(base) } as unknown as TurnContext['release'];

const others = (text: string) => speaksOfOthers({ text, places: release.jurisdiction.findPlaces(text) }, release);

describe('another place or another authority', () => {
  it.each(['铁西区2017年收到多少申请', '大连信访局2017年收到多少申请', '公安局公开了多少条信息', 'A市收到多少件申请'])(
    '%s',
    (text) => expect(others(text)).toBe(true),
  );
});

describe('this authority', () => {
  it.each([
    '2017年收到多少申请',
    '沈阳市2017年收到多少申请',
    '辽宁沈阳信访局收到多少申请',
    '信访局公开了多少条',
    '市政府办公厅交办了几件',
  ])('%s', (text) => expect(others(text)).toBe(false));
});

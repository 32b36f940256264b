import { describe, expect, test } from 'vitest';
import { weighCandidates } from '../../src/conversation/understand/weigh-candidates.ts';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();
const answers = new Map(release.base.answers.map((answer) => [answer.id, answer]));
const candidate = (id: string, probability: number) => ({ id: `answer/${id}`, probability, score: 1, phrasing: '' });
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('candidates', () => {
  test('of a narrow topic stand back when no word of it is said', () => {
    const found = [candidate('court-which', 0.4), candidate('where-to-apply', 0.3)];
    const silent = { normal: '材料递到哪里', elsewhere: false };
    expect(ids(weighCandidates(found, silent, answers))).toEqual(['answer/where-to-apply', 'answer/court-which']);
    const said = { normal: '起诉状递到哪里', elsewhere: false };
    expect(weighCandidates(found, said, answers)).toEqual(found);
  });

  test('stay when nothing else is likely', () => {
    const found = [candidate('court-which', 0.4), candidate('where-to-apply', 0.05)];
    expect(weighCandidates(found, { normal: '递到哪里', elsewhere: false }, answers)).toEqual(found);
  });

  test('about this authority do not answer for another one', () => {
    const found = [candidate('bureau-contact', 0.9)];
    expect(weighCandidates(found, { normal: '大连市公安局电话', elsewhere: true }, answers)).toEqual([]);
  });
});

describe('how an authority is reached', () => {
  test.each([
    ['人社局电话多少', '人力资源'],
    ['沈阳市教育局地址在哪', '教育局'],
    ['大连市信访局的电话', '大连市信访局'],
  ])('“%s” is told of that authority', (text, name) => {
    const citizen = new Conversation(release, { now: '2026-11-23T10:00:00+08:00' });
    expect(citizen.say(text)).toContain(name);
    expect(citizen.last?.outcome.kind).toBe('referral');
    expect(citizen.last?.outcome.authority?.phone ?? '').not.toContain('28513177');
  });
});

describe('who accuses an official', () => {
  test.each(['街道书记私分扶贫款找谁查', '局长收礼', '公务员开公司做生意'])(
    '“%s” is told the discipline bodies',
    (text) => {
      const citizen = new Conversation(release, { now: '2026-11-23T10:00:00+08:00' });
      expect(citizen.say(text)).toContain('12388');
    },
  );
});

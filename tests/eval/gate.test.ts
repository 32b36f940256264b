import { describe, expect, test } from 'vitest';
import { type Asked, compareReleases, type GateReply } from '../../src/eval/gate/compare-releases.ts';
import type { KnowledgeBase } from '../../src/knowledge/release.ts';

const EMPTY = { answers: [], matters: [], intents: [], reports: [], tests: [] };

/** A release that knows these entries, each with its tests and phrasings, and replies as told. */
function release(
  entries: Readonly<Record<string, { tests?: readonly string[]; phrasings?: readonly string[] }>>,
  replies: Readonly<Record<string, Partial<GateReply>>>,
): Asked {
  const answers = Object.entries(entries).map(([id, { tests = [], phrasings = [] }]) => ({ id, tests, phrasings }));
  return {
    base: { ...EMPTY, answers } as unknown as KnowledgeBase,
    ask: (question) => ({ kind: 'none', id: null, confidence: 0, reply: '', alternatives: [], ...replies[question] }),
  };
}
const answer = (id: string, reply = id, confidence = 0.9): GateReply => ({
  kind: 'answer',
  id,
  confidence,
  reply,
  alternatives: [],
});
const fees = { fees: { tests: ['要钱吗'], phrasings: ['收费吗', '多少钱', '贵不贵'] } };

describe('the gate before publishing', () => {
  test('asks each test and the first phrasings once', () => {
    const all = { 要钱吗: answer('fees'), 收费吗: answer('fees'), 多少钱: answer('fees') };
    const found = compareReleases(release(fees, all), release(fees, all));
    expect(found).toMatchObject({ asked: 3, regressions: 0, counts: { same: 3 }, rows: [] });
  });

  test('tells which answers change, appear and vanish, with confidence; what held and holds no more is a regression', () => {
    const found = compareReleases(
      release(fees, { 要钱吗: answer('fees'), 收费吗: answer('fees'), 多少钱: { kind: 'none' } }),
      release(fees, { 要钱吗: answer('other', 'x', 0.5), 收费吗: { kind: 'none' }, 多少钱: answer('fees') }),
    );
    expect(found.counts).toMatchObject({ changed: 1, vanished: 1, appeared: 1 });
    expect(found.regressions).toBe(2);
    expect(found.rows[0]).toMatchObject({
      question: '要钱吗',
      before: { id: 'fees', confidence: 0.9 },
      after: { id: 'other', confidence: 0.5 },
      regression: true,
    });
  });

  test('other words and other confidence are told and do not block', () => {
    const found = compareReleases(
      release(fees, { 要钱吗: answer('fees'), 收费吗: answer('fees'), 多少钱: answer('fees') }),
      release(fees, { 要钱吗: answer('fees', '不收'), 收费吗: answer('fees', 'fees', 0.6), 多少钱: answer('fees') }),
    );
    expect(found).toMatchObject({ regressions: 0, counts: { reworded: 1, confidence: 1, same: 1 } });
  });

  test('an entry taken away is missed by the questions it answered', () => {
    const found = compareReleases(release(fees, { 要钱吗: answer('fees') }), release({}, {}));
    expect(found.rows).toMatchObject([{ question: '要钱吗', change: 'vanished', regression: true }]);
  });

  test('a new test must hold at once; what never held does not block', () => {
    const before = release(fees, {});
    expect(compareReleases(before, release(fees, {})).regressions).toBe(0);
    const more = { fees: { ...fees.fees, tests: ['要钱吗', '邮费谁出'] } };
    expect(compareReleases(before, release(more, {}))).toMatchObject({
      regressions: 1,
      rows: [{ question: '邮费谁出', fault: 'id none' }],
    });
  });

  test('an entry that is only offered where it was answered is a regression; offered as before is none', () => {
    const offers: Partial<GateReply> = { kind: 'clarify', alternatives: ['answer/fees', 'answer/other'] };
    const known = { fees: { tests: ['要钱吗'] } };
    const barely = release(known, { 要钱吗: answer('fees', 'fees', 0.05) });
    const offering = release(known, { 要钱吗: offers });
    expect(compareReleases(release(known, { 要钱吗: answer('fees') }), offering).regressions).toBe(1);
    expect(compareReleases(barely, offering).regressions).toBe(0);
    expect(compareReleases(offering, offering).regressions).toBe(0);
    expect(compareReleases(release({}, {}), offering).regressions).toBe(0);
  });
});

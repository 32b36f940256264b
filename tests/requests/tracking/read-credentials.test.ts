import { expect, test } from 'vitest';
import { readCredentials } from '../../../src/requests/index.ts';

const both = { number: 'SPB-2026-000123', secret: 'BCDF2345' };

test.each([
  ['SPB-2026-000123 BCDF2345', both],
  ['spb-2026-000123 bcdf2345', both],
  ['编号SPB2026000123，查询码BCDF 2345', both],
  ['ＳＰＢ－２０２６－０００１２３　ＢＣＤＦ２３４５', both],
  ['SPB-2O26-OOOI23 BCDF-2345', both],
  ['spb 2026 123 / bcdf2345', both],
  ['查询码 BCDF2345 编号 SPB-2026-000123', both],
  ['SPB-2026-000123', { number: 'SPB-2026-000123' }],
  ['BCDF2345', { secret: 'BCDF2345' }],
  ['b c d f 2 3 4 5', { secret: 'BCDF2345' }],
  ['BCDFGHJK', { secret: 'BCDFGHJK' }],
  ['BCDF234O', { slip: { kind: 'characters' } }],
  ['SPB-2026-000123 BCDF234', { number: 'SPB-2026-000123', slip: { kind: 'length', count: 7 } }],
  ['please look up my withdrawn request', {}],
  ['我的申请办得怎么样了', {}],
  ['', {}],
])('%j holds %j', (typed, held) => {
  expect(readCredentials(typed)).toEqual(held);
});

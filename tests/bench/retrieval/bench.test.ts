import { describe, expect, it } from 'vitest';
import {
  baseRowSchema,
  benchRetrieval,
  ENGINE_NAMES,
  NOISES,
  queryRowSchema,
  readRows,
  takeEvenly,
} from '../../../src/bench/retrieval/index.ts';
import { libraryBase } from '../../knowledge/search/library-base.ts';

const base = libraryBase.map(({ id, phrasings: [question = '', ...alternatives] }) => ({ id, question, alternatives }));
const queries = readRows(
  [
    '{"q":"读者卡掉了咋办","id":"card-lost"}',
    '{"q":"停车要收费吗","id":"parking"}',
    '{"q":"图书馆里面可以打印吗","id":"print"}',
    '{"q":"明天会下雨吗","id":null,"null":"far"}',
    '',
  ].join('\n'),
  queryRowSchema,
  'queries.jsonl',
);
const common = { base, queries, clock: () => 0, memory: () => 0 };

describe('bench retrieval', () => {
  it('asks every engine the same questions', async () => {
    const results = await benchRetrieval({ ...common, engines: ENGINE_NAMES });
    expect(results.map(({ engine }) => engine)).toEqual(['ours', 'fuse', 'fuse-best', 'minisearch', 'bm25']);
    for (const result of results) expect(result).toMatchObject({ entries: 30, phrasings: 120, answerable: 3 });
    expect(results[0]).toMatchObject({ engine: 'ours', top1: 1, auroc: { far: 1 } });
  });

  it.each(NOISES)('understands through %s noise', async (noise) => {
    const [ours] = await benchRetrieval({ ...common, engines: ['ours'], noise });
    expect(ours).toMatchObject({ noise, top1: 1 });
  });

  it('asks so many of the questions as one wants, evenly', () => {
    const rows = [...'abcdefghij'];
    expect(takeEvenly(rows, 4)).toEqual(['c', 'e', 'h', 'j']);
    for (const count of [1, 3, 10, 12]) expect(takeEvenly(rows, count)).toHaveLength(Math.min(count, 10));
  });

  it('names the line of a row it cannot read', () => {
    expect(() => readRows('{"id":"a","question":"b"}\n{"id":1}', baseRowSchema, 'base.jsonl')).toThrow('base.jsonl:2');
  });

  it('says so when a file holds no rows', () => {
    expect(() => readRows('\n \n', baseRowSchema, 'base.jsonl')).toThrow('base.jsonl holds no rows');
  });

  it('takes a base without alternatives, with numbers for ids, a byte order mark and blank lines', () => {
    const rows = readRows(
      '\uFEFF{"id":7,"question":"a"}\r\n\r\n{"id":"8","question":"b","alternatives":null}\r\n',
      baseRowSchema,
      'base.jsonl',
    );
    expect(rows).toEqual([
      { id: '7', question: 'a', alternatives: [] },
      { id: '8', question: 'b', alternatives: [] },
    ]);
  });

  it.each([
    ['{"q":"x","id":null,"null":"far"}', [], 'far'],
    ['{"q":"x","id":null,"kind":"hard"}', [], 'hard'],
    ['{"q":"x","id":null,"null_kind":"near"}', [], 'near'],
    ['{"question":"x","null":true,"category":"odd"}', [], 'odd'],
    ['{"query":"x","id":null}', [], 'null'],
    ['{"q":"x","id":3}', ['3'], 'null'],
    ['{"q":"x","id":"a","ids":["a","b"]}', ['a', 'b'], 'null'],
    ['{"q":"x","id":"a","ids":[]}', ['a'], 'null'],
  ])('reads the question %s', (line, right, nullKind) => {
    expect(readRows(line, queryRowSchema, 'q.jsonl')).toEqual([{ question: 'x', right, nullKind }]);
  });

  it('refuses a row that asks nothing', () => {
    expect(() => readRows('{"id":"a"}', queryRowSchema, 'q.jsonl')).toThrow('q.jsonl:1');
  });
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../../src/imports/index.ts';
import {
  compareArticles,
  findCiting,
  type ImportedList,
  readArticles,
  readList,
} from '../../../src/knowledge/import/index.ts';
import { loadRelease } from '../../../src/knowledge/index.ts';
import { messages, ROOT } from '../../adapters/web/project.ts';
import { breakKnowledge } from '../break-knowledge.ts';

const PATHS = { authorities: 'jurisdiction/authorities.yaml', matters: 'jurisdiction/matters.yaml' } as const;
const KNOWN = `# 机关
authorities:
  - id: edu
    name: 某市教育局
    place: "2101"
    phone: 024-11112222 # 总机
    source: { title: 某网站 }
`;

function read(of: ImportedList, rows: readonly (readonly string[])[], text = KNOWN) {
  return readList(of, rows, { path: `knowledge/town/${PATHS[of]}`, text, messages, locale: 'zh-CN' });
}

const HEAD = ['机关名称', '区划代码', '联系电话', '来源', '负责人'];

describe('a table of authorities', () => {
  test('adds those that are new, changes those of the same name, and leaves the rest of the file as it is', () => {
    const rows = [HEAD, ['某市教育局', '2101', '024-33334444', '某网站', ''], ['某市城建局', '2101', '', '某网站', '']];
    const found = read('authorities', rows);
    expect(found).toMatchObject({ ok: true, added: ['mou-shi-cheng-jian-ju'], changed: ['edu'], ignored: ['负责人'] });
    const text = found.ok ? found.text : '';
    expect(text).toMatch(/^# 机关\nauthorities:\n/u);
    expect(text).toContain('phone: 024-33334444');
    expect(text).toContain('name: 某市城建局');
  });

  test('with one bad row puts nothing in, and tells every bad one by row and column', () => {
    const found = read('authorities', [
      HEAD,
      ['某市城建局', '沈阳', '', '某网站', ''],
      ['某市水务局', '2101', '', '', ''],
      ['某市水务局', '2101', '', '某网站', ''],
    ]);
    expect(found.ok ? [] : found.problems.map(({ row, column, heading }) => [row, column, heading])).toEqual([
      [2, 2, '区划代码'],
      [3, 4, '来源'],
      [4, 1, '机关名称'],
    ]);
  });

  test('without a head says which columns there may be', () => {
    const found = read('authorities', [['甲', '乙']]);
    expect(found.ok ? '' : found.problems[0]?.mend).toContain('名称');
  });

  test('of formulas, scripts and other encodings is only words', async () => {
    const csv = '名称,区划代码,电话,来源\n"=HYPERLINK(""http://x"")",2101,<script>alert(1)</script>,网站\n';
    for (const bytes of [Buffer.from(csv, 'utf8'), Buffer.from(`\uFEFF${csv}`, 'utf16le')]) {
      const rows = await readRows(bytes);
      const found = rows.ok ? read('authorities', rows.rows, 'authorities: []\n') : undefined;
      expect(found?.ok ? found.text : '').toContain('phone: <script>alert(1)</script>');
    }
    const gbk = await readRows(Buffer.from('c3fbb3c62cb5e7bbb00abcd7bed62c310a', 'hex'));
    expect(gbk).toMatchObject({
      ok: true,
      rows: [
        ['名称', '电话'],
        ['甲局', '1'],
      ],
    });
    expect(await readRows(Buffer.alloc(100 * 1024 * 1024))).toMatchObject({ fault: { code: 'fault_too_large' } });
  });
});

test('a table of matters reads lists, levels and articles', () => {
  const head = ['事项', '关键词', '问法', '类别', '层级', '依据', '理由'];
  const row = [
    '停车收费',
    '停车；车位；停车费',
    '停车怎么收费；停车费标准；车位多少钱；停车要钱吗',
    'traffic',
    '市',
    'ogi-2019 第10条；某办法',
    '由其制定',
  ];
  const found = read('matters', [head, row], 'matters: []\n');
  expect(found.ok ? found.text : JSON.stringify(found.problems)).toMatch(
    /level: city[\s\S]*law: ogi-2019\s+article: 10\s+- title: 某办法/u,
  );
});

describe('the text of a law', () => {
  const OLD =
    '某条例\n第一章 总则\n第一条 为了公开，制定本条例。\n第二条　依照第一条办理，\n并且及时。\n第三条 十五日内答复。\n';
  test('gives its articles, however they are broken over lines', () => {
    expect(readArticles(OLD)).toEqual([
      { article: 1, text: '为了公开，制定本条例。' },
      { article: 2, text: '依照第一条办理， 并且及时。' },
      { article: 3, text: '十五日内答复。' },
    ]);
  });

  test('beside another version tells which articles changed, and which entries cite them', () => {
    const changes = compareArticles(
      readArticles(OLD),
      readArticles(OLD.replace('十五', '二十').replace('，\n', ',').concat('第四条 施行。')),
    );
    expect(changes).toEqual([
      { article: 3, change: 'changed' },
      { article: 4, change: 'added' },
    ]);
    // One put in between moves those behind it: their words stand, under other numbers.
    const between = OLD.replace('第三条 十五日内答复。', '第三条 先登记。\n第四条 十五日内答复。');
    expect(compareArticles(readArticles(OLD), readArticles(between))).toEqual([
      { article: 3, change: 'moved', to: 4 },
      { article: 3, change: 'added' },
    ]);
    const anew = between.replace('十五日内答复', '十五日内书面答复').replace('为了公开，制定本条例', '废');
    expect(compareArticles(readArticles(OLD), readArticles(anew))).toEqual([
      { article: 1, change: 'changed' },
      { article: 3, change: 'changed', to: 4 },
      { article: 3, change: 'added' },
    ]);
    expect(compareArticles(readArticles(between), readArticles(OLD))).toEqual([
      { article: 3, change: 'removed' },
      { article: 4, change: 'moved', to: 3 },
    ]);
    const loaded = loadRelease(breakKnowledge());
    if (!('release' in loaded)) throw new Error('the sound knowledge does not load');
    const { base } = loaded.release;
    const citing = findCiting(base, 'openness-new', new Set([33]));
    expect(citing.length).toBeGreaterThan(0);
    expect(new Set(citing.map(({ article }) => article))).toEqual(new Set([33]));
    expect(new Set(citing.map(({ kind }) => kind))).toContain('answer');
    const authority = 'shenyang-petition-bureau';
    const shipped = loadRelease({ ...breakKnowledge(), knowledgeDirectory: join(ROOT, 'knowledge'), authority });
    if (!('release' in shipped)) throw new Error('the shipped knowledge does not load');
    const cited = findCiting(shipped.release.base, 'ogi-2019', new Set([33]));
    expect([...new Set(cited.map(({ kind }) => kind))].toSorted()).toEqual(['answer', 'document', 'regime']);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { checkKnowledge, loadRelease } from '../../src/knowledge/index.ts';
import { countItems, countProposals } from '../../src/knowledge/lists/count-lists.ts';
import { breakKnowledge } from './break-knowledge.ts';

const TODAY = '2026-11-23' as Day;
const LISTS = `columns:
  - { id: budget, title: 财政预决算, en: Budgets }
items:
  - id: budget-2026
    title: 2026年部门预算
    type: 财政预决算
    columns: [budget]
    channels: [website, wechat]
    maker: 财务处
    publisher: 办公室
    due: 2026-03-01
    published: 2026-02-20
  - id: emergency-plan
    title: 应急预案
    type: 应急管理
    channels: [website]
    maker: 应急处
    publisher: 办公室
    due: 2026-10-01
proposals:
  - { year: 2026, kind: delegates, role: lead, received: 3, handled: 3, replied: 2, published: 1, sources: [{ title: 某报告 }] }
  - { year: 2026, kind: members, role: joint, received: 1, handled: 1, replied: 1, sources: [{ title: 某报告 }] }
answers:
  - list: items
    id: disclosure-list
    title: 信息公开清单有哪些
    phrasings: [公开清单, 清单里有什么, 要公开哪些, 公开事项, 清单有几项, 哪些要公开]
    from: 2026-01-01
    sources: [{ title: 某清单 }]
    en: { title: What is on the list of disclosure? }
    review: 2027-01-31
  - list: proposals
    id: proposals-handled
    title: 建议提案办得怎样
    phrasings: [建议提案, 提案办理, 代表建议, 办复率, 提案答复, 建议办理]
    from: 2026-01-01
    sources: [{ title: 某报告 }]
    en: { title: How were proposals handled? }
    review: 2027-01-31
`;

function openLists(lists: string) {
  const options = breakKnowledge();
  writeFileSync(join(options.knowledgeDirectory, 'town/lists.yaml'), lists);
  return options;
}

function load(lists: string) {
  const loaded = loadRelease(openLists(lists));
  if (!('release' in loaded)) throw new Error(JSON.stringify(loaded.problems));
  return loaded.release.base;
}

test('an item over several channels is one item; what is past its day and not published is overdue', () => {
  const counts = countItems(load(LISTS).lists?.items ?? [], TODAY);
  expect(counts).toMatchObject({ published: 1, overdue: 1, byType: [{ name: '财政预决算', count: 1 }] });
  expect(counts.byChannel).toEqual([
    { name: 'website', count: 1 },
    { name: 'wechat', count: 1 },
  ]);
});

test('proposals are summed by year with their rates; what nobody counted has none', () => {
  expect(countProposals(load(LISTS).lists?.proposals ?? [])).toEqual([
    {
      year: 2026,
      received: 4,
      lead: 3,
      joint: 1,
      handledShare: 1,
      repliedShare: 0.75,
      contentShare: null,
      solvedShare: null,
      published: 1,
    },
  ]);
});

test('citizens are told what the lists say, in both languages', () => {
  const { answers } = load(LISTS);
  const [list, proposals] = ['disclosure-list', 'proposals-handled'].map((id) =>
    answers.find((each) => each.id === id),
  );
  expect(list?.versions[0]?.answer).toBe('信息公开清单共2项。');
  expect(list?.versions[0]?.detail).toContain('应急预案（办公室）应于2026-10-01前公开');
  expect(proposals?.versions[0]?.answer).toBe('2026年办理建议提案4件，办复率75%，公开办复意见1件。');
  expect(proposals?.en?.answer).toContain('75%');
});

test('a column that does not exist, and more replies than proposals, are told by line', () => {
  const broken = LISTS.replace('columns: [budget]', 'columns: [budgets]').replace('replied: 2', 'replied: 5');
  const problems = checkKnowledge({ ...openLists(broken), today: TODAY });
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '7 没有编号为 budgets 的栏目',
    '21 replied 多于收到的 3 件',
  ]);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { readConfig } from '../../src/config.ts';
import { say } from '../../src/messages.ts';
import { messages } from '../adapters/web/project.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { NOW } from '../store/now.ts';

const REPORT =
  '某市档案局2017年政府信息公开工作年度报告\n一、总体情况\n全年共发布信息13条。其中网站10条。微信发布1条。\n';

/** A folder of knowledge with the report of 2017, and a terminal that imports this text beside it. */
function openFolder() {
  const { knowledgeDirectory } = breakKnowledge();
  const file = join(knowledgeDirectory, '../report.txt');
  writeFileSync(file, REPORT);
  const standing = join(knowledgeDirectory, 'town/report/2017.yaml');
  const run = async (...flags: readonly string[]) => {
    const output = new PassThrough();
    const settings = { DESK_KNOWLEDGE: knowledgeDirectory, DESK_AUTHORITY: 'town', DESK_DATA: join(file, '../data') };
    const context: CliContext = {
      config: () => readConfig(settings),
      otherSettings: () => ({}),
      messages: () => messages,
      say: (key, values) => say(messages, 'zh-CN', key, values),
      input: new PassThrough(),
      output,
      errors: new PassThrough(),
      now: () => NOW,
      channels: {} as CliContext['channels'],
      setExitCode() {},
    };
    const program = await buildProgram(context, 'knowledge');
    await program.parseAsync(['knowledge', 'import', 'report', file, ...flags], { from: 'user' });
    output.end();
    return text(output);
  };
  return { run, read: () => readFileSync(standing, 'utf8') };
}

test('a report imported again shows old beside new, and changes only what is named', async () => {
  const { run, read } = openFolder();
  const before = read();
  const shown = await run('--dry-run');
  expect(shown).toContain('≠ posts 发布信息：原为 12条（共发布信息12条），现为 13条（第3行：全年共发布信息13条。）');
  expect(shown).toContain('− posts-paper 报刊发布：2条（报刊两条），这次没有读到');
  expect(read()).toBe(before);

  expect(await run()).toContain('1 个不同的保持原值');
  expect(read()).toContain('value: 12\n');
  expect(await run('--replace', 'posts', '--drop', 'posts-paper')).toContain('替换 1 个、去掉 1 个');
  expect(read()).toContain('value: 13\n    unit: 条\n    section: 一\n    quote: 全年共发布信息13条。');
  expect(read()).not.toContain('id: posts-paper');
});

test('what the report does not say of itself is asked for', async () => {
  const { run } = openFolder();
  await expect(run('--year', '2018')).rejects.toThrow('--signed');
  await expect(run('--authority', '别的局')).resolves.toContain('将新增 0 个');
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { readConfig } from '../../src/config.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { fileOne, NUMBER } from '../documents/filed.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';

const ROOT = join(import.meta.dirname, '../..');
const messages = loadMessages(join(ROOT, 'messages'));

async function openDesk() {
  const directory = mkdtempSync(join(tmpdir(), 'desk-cli-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, 'data'));
  const store = await openTemporary(join(directory, 'data'));
  await fileOne(store);
  const context = {
    config: () => readConfig({ DESK_DATA: join(directory, 'data'), DESK_LOG_LEVEL: 'silent' }, ROOT),
    messages: () => messages,
    say: (key: string, values = {}) => say(messages, 'zh-CN', key, values),
    output: new PassThrough(),
    errors: new PassThrough(),
    now: () => NOW,
  } as unknown as CliContext;
  const run = async (...words: string[]) =>
    (await buildProgram(context, 'requests')).parseAsync(['node', 'desk', 'requests', 'document', NUMBER, ...words]);
  return { directory, run };
}

test('a letter is made with the facts given, and written as the kind of file its name says', async () => {
  const { directory, run } = await openDesk();
  const facts = join(directory, 'facts.json');
  writeFileSync(facts, JSON.stringify({ request: { receivedOn: '2026-03-04' }, decision: { searched: '档案室' } }));
  const out = join(directory, 'letter.docx');
  await run('decision', '--outcome', 'A4', '--facts', facts, '--out', out);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
});

test('what is missing is told by name and nothing is written', async () => {
  const { directory, run } = await openDesk();
  const made = run('decision', '--outcome', 'A4', '--out', join(directory, 'letter.pdf'));
  await expect(made).rejects.toThrow('还缺这些事实，文书没有制作：decision.searched, request.receivedOn');
});

test('facts nobody knows and kinds there are none of are refused', async () => {
  const { directory, run } = await openDesk();
  const facts = join(directory, 'facts.json');
  writeFileSync(facts, JSON.stringify({ decision: { serched: '档案室' } }));
  const out = join(directory, 'letter.pdf');
  await expect(run('decision', '--facts', facts, '--out', out)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(run('leter', '--out', out)).rejects.toThrow('没有叫“leter”的文书');
});

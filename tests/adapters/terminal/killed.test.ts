import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../web/project.ts';

/** Seconds a process may take to answer on a busy machine. */
const PATIENCE_MS = 60_000;

let data: string;
let chat: ChildProcessWithoutNullStreams | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'desk-killed-'));
});
afterEach(async () => {
  await kill();
  rmSync(data, { recursive: true, force: true });
});

async function kill(): Promise<void> {
  const ending = chat;
  chat = undefined;
  if (!ending || ending.exitCode !== null) return;
  const gone = once(ending, 'exit');
  ending.kill('SIGKILL');
  await gone;
}

/** `./desk chat`, in a process of its own. */
function sitDown() {
  const process_ = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'chat'], {
    env: { ...process.env, DESK_DATA: data, DESK_LOG_LEVEL: 'silent' },
  });
  chat = process_;
  let written = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  /** Everything written until this stands there. */
  async function readUntil(pattern: RegExp): Promise<string> {
    while (!pattern.test(written)) await once(process_.stdout, 'data');
    const read = written;
    written = '';
    return read;
  }
  async function type(line: string, expected: RegExp): Promise<string> {
    process_.stdin.write(`${line}\n`);
    return readUntil(expected);
  }
  return { readUntil, type };
}

const PROMPT = /您：$/u;

test('killed with -9 in the middle of a filing, it goes on with the question that was open, and files once', {
  timeout: PATIENCE_MS,
}, async () => {
  const first = sitDown();
  await first.readUntil(PROMPT);
  for (const said of ['我要申请公开', '沈阳市信访局2025年信访工作要点', '1', '同意', '个人'])
    await first.type(said, PROMPT);
  const asked = await first.type('张三', PROMPT);
  await kill();

  const second = sitDown();
  const resumed = await second.readUntil(PROMPT);
  expect(resumed).toContain('接着上次的对话');
  expect(resumed).toContain(asked.trim().slice(0, -'您：'.length).trim());
  for (const said of ['居民身份证', '210102199003074514', '13840987654', '电子版', '电子邮件'])
    await second.type(said, PROMPT);
  const check = await second.type('san@example.com', PROMPT);
  for (const kept of ['沈阳市信访局2025年信访工作要点', '张三', '210102199003074514']) expect(check).toContain(kept);
  expect(await second.type('提交', PROMPT)).toMatch(/SPB-\d{4}-000001/u);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdRelease } from '../../src/cli/hold-release.ts';
import { readConfig } from '../../src/config.ts';
import { turn } from '../../src/conversation/turn.ts';
import { findPrevious, publishRelease, pushFolder } from '../../src/desk/releases/index.ts';
import { readList } from '../../src/knowledge/import/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { openLine, setHours } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { dose, doseTimeout } from '../dose.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { NOW } from '../store/now.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';

/** A clock the test turns. */
function openClock() {
  let at = NOW.getTime();
  return { now: () => new Date(at), pass: (ms: number) => (at += ms) };
}

async function openPublishing() {
  const directory = makeDirectory();
  const store = await openTemporary(directory);
  const folder = breakKnowledge();
  const config = { ...readConfig({}, directory), ...folder, cacheDirectory: join(directory, 'cache') };
  const clock = openClock();
  const open = () => holdRelease({ config, store, now: clock.now, logger: silentLogger });
  const file = join(folder.knowledgeDirectory, 'town/authority.yaml');
  /** Publishes the folder with this greeting-side change, from `seconds` on. */
  async function publish(mark: string, seconds: number): Promise<string> {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(?:\n# .*)?\n$/u, `\n# ${mark}\n`));
    const pushed = await pushFolder(store, folder, { by: 'wang', now: clock.now() });
    if (pushed.kind === 'diverged') throw new Error('diverged');
    const from = new Date(clock.now().getTime() + seconds * 1000);
    await store.transaction((executor) =>
      publishRelease(executor, { release: pushed.hash, from, by: 'wang', now: clock.now() }),
    );
    return pushed.hash;
  }
  return { store, folder, open, publish, ...clock };
}

const MATTER_HEAD = ['事项', '关键词', '问法', '类别', '层级', '依据', '理由'];
const matterOf = (round: number) => {
  const name = `第${round}件事`;
  const phrasings = ['怎么办', '去哪办', '找谁办', '要多久'].map((way) => name + way).join('；');
  return [name, `${name}；办${round}号事；事${round}`, phrasings, 'archives', '市', 'openness-new 第36条', '由其负责'];
};

test('with nothing published the folder is served', async () => {
  const { open } = await openPublishing();
  expect((await open()).current().base.profile.id).toBe('town');
});

test('a release is served from its instant on, by every process alike, without a restart', async () => {
  const { open, publish, pass } = await openPublishing();
  const [one, other] = [await open(), await open()];
  const folder = one.current().hash;
  const first = await publish('一', 10);
  await one.look();
  await other.look();
  expect([one.current().hash, other.current().hash]).toEqual([folder, folder]);
  pass(9_999);
  expect([one.current().hash, other.current().hash]).toEqual([folder, folder]);
  pass(1);
  expect([one.current().hash, other.current().hash]).toEqual([first, first]);
  expect((await open()).current().hash).toBe(first);
});

test('hours that staff set count over those of the release in every process, whatever is published later', async () => {
  const { store, open, publish, now } = await openPublishing();
  const [one, other] = [await open(), await open()];
  const standard = one.current().base.hours;
  const all = { id: 'all', name: '受理', days: [6], intervals: [{ from: '08:00', to: '08:30' }], exceptions: [] };
  const hours = { assumed: false, teams: [all] };
  await store.transaction((executor) => setHours(executor, hours, { seq: 0, by: 1, now: now() }));
  await publish('一', 0);
  await Promise.all([one.look(), other.look()]);
  for (const holder of [one, other, await open()]) {
    expect(holder.current().base.hours).toEqual(hours);
    expect(holder.standard().base.hours).toEqual(standard);
    // What is kept by release is kept: the same release is given each time.
    expect(holder.current()).toBe(holder.current());
  }
  await store.transaction((executor) => setHours(executor, null, { seq: 1, by: 1, now: now() }));
  await one.look();
  expect(one.current().base.hours).toEqual(standard);
});

test('a release that is damaged is not served, and the last good one stays', async () => {
  const { store, open, publish, pass } = await openPublishing();
  const holder = await open();
  const first = await publish('一', 0);
  await holder.look();
  expect(holder.current().hash).toBe(first);
  const second = await publish('二', 1);
  await store.db.updateTable('releases').set({ content: 'H4sI' }).where('hash', '=', second).execute();
  await holder.look();
  pass(2000);
  expect(holder.current().hash).toBe(first);
});

/** Rounds of publishing, rolling back and importing; 300 with DESK_TEST_DOSE=300. */
const ROUNDS = dose(6);
const ENTRY = 'town/answers/basics.yaml';
const ASKED = '多久能回我';

test('published, rolled back and imported into again and again under load, each answer is wholly of the release it records', {
  timeout: doseTimeout(6) + ROUNDS * 2000,
}, async () => {
  const { store, folder, open, publish, pass, now } = await openPublishing();
  const holder = await open();
  const desk = openScripted(store, { turn, release: holder.current, now });
  const answers = join(folder.knowledgeDirectory, ENTRY);
  const matters = join(folder.knowledgeDirectory, 'town/jurisdiction/matters.yaml');
  const plain = readFileSync(answers, 'utf8');
  /** What a release answers, by its hash; a release that is no more published is still what a line was answered from. */
  const says = new Map<string | null, string>();
  let wording = '20个工作日内答复。';
  let asked = 0;
  const wrong: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 3 === 1) {
      const release = await findPrevious(store, now());
      if (release) {
        wording = says.get(release) ?? wording;
        await store.transaction((executor) =>
          publishRelease(executor, { release, from: now(), by: 'wang', now: now() }),
        );
      }
    } else {
      if (round % 3 === 0) wording = `第${round}版：20个工作日内答复。`;
      else {
        const rows = [MATTER_HEAD, matterOf(round)];
        const options = { path: 'knowledge/town/jurisdiction/matters.yaml', messages, locale: 'zh-CN' } as const;
        const read = readList('matters', rows, { ...options, text: readFileSync(matters, 'utf8') });
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        writeFileSync(matters, read.text);
      }
      writeFileSync(answers, plain.replace('20个工作日内答复。', wording));
      says.set(await publish(String(round), 0), wording);
    }
    const asking = [0, 1, 2, 3].map((each) => {
      asked += 1;
      return desk.receive(message(`m${asked}`, ASKED, `c${each}`));
    });
    await holder.look();
    await Promise.all(asking);
    pass(1000);
    holder.current();
  }
  await desk.drain();
  const lines = await store.db.selectFrom('lines').selectAll().where('speaker', '=', 'desk').execute();
  for (const line of lines) {
    const said = says.get(line.release);
    const text = JSON.stringify(openLine(store, line).message);
    if (said !== undefined && !text.includes(said)) wrong.push(`${line.release}: ${text}`);
  }
  expect(wrong).toEqual([]);
  expect(lines.length).toBe(asked);
  expect(lines.filter(({ release }) => says.has(release)).length).toBeGreaterThan(asked / 2);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPrevious, publishRelease, pullFolder, pushFolder } from '../../src/desk/releases/index.ts';
import { readReleases, readStanding } from '../../src/store/index.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';

const who = { by: 'wang', now: NOW };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const undecided = new Map();

type Folder = ReturnType<typeof breakKnowledge>;
const fileIn = (folder: Folder, path: string) => join(folder.knowledgeDirectory, path);
const append = (folder: Folder, path: string, text: string) =>
  writeFileSync(
    fileIn(folder, path),
    `${existsSync(fileIn(folder, path)) ? readFileSync(fileIn(folder, path)) : ''}${text}`,
  );
const read = (folder: Folder, path: string) => readFileSync(fileIn(folder, path), 'utf8');

const BASICS = 'town/answers/basics.yaml';
const MATTERS = 'town/jurisdiction/matters.yaml';

/** Two folders in step with one database, as two people have them. */
async function openTwo() {
  const store = await openTemporary();
  const [one, other] = [breakKnowledge(), breakKnowledge()];
  await pushFolder(store, one, who);
  await pushFolder(store, other, who);
  return { store, one, other };
}

describe('folder and database in step', () => {
  test('a folder pushed twice is one release, and comes back from the database byte for byte', async () => {
    const { store, one, other } = await openTwo();
    expect(await readReleases(store)).toHaveLength(1);
    append(one, BASICS, '# 注\n');
    expect(await pushFolder(store, one, who)).toMatchObject({
      kind: 'pushed',
      changes: [{ path: `knowledge/${BASICS}`, change: 'changed' }],
    });
    expect(await pullFolder(store, other, undecided)).toMatchObject({ kind: 'pulled' });
    expect(read(other, BASICS)).toBe(read(one, BASICS));
    expect(await pushFolder(store, other, who)).toMatchObject({ kind: 'same' });
  });

  test('what others changed elsewhere is taken, and what was changed here is kept', async () => {
    const { store, one, other } = await openTwo();
    append(one, BASICS, '# one\n');
    await pushFolder(store, one, who);
    append(other, MATTERS, '# other\n');
    expect(await pushFolder(store, other, who)).toMatchObject({ kind: 'diverged', conflicts: [] });
    await pullFolder(store, other, undecided);
    expect(read(other, BASICS)).toMatch(/# one\n$/u);
    expect(read(other, MATTERS)).toMatch(/# other\n$/u);
    expect(await pushFolder(store, other, who)).toMatchObject({ kind: 'pushed' });
  });

  test('a file both changed is shown and never overwritten, until somebody decides', async () => {
    const { store, one, other } = await openTwo();
    append(one, BASICS, '# one\n');
    await pushFolder(store, one, who);
    append(other, BASICS, '# other\n');
    const before = read(other, BASICS);
    const conflict = { kind: 'diverged', conflicts: [`knowledge/${BASICS}`] };
    expect(await pushFolder(store, other, who)).toMatchObject(conflict);
    expect(await pullFolder(store, other, undecided)).toMatchObject(conflict);
    expect(read(other, BASICS)).toBe(before);
    await pullFolder(store, other, new Map([[`knowledge/${BASICS}`, 'ours']]));
    expect(read(other, BASICS)).toBe(before);
    expect(await pushFolder(store, other, who)).toMatchObject({ kind: 'pushed' });
    await pullFolder(store, one, new Map([[`knowledge/${BASICS}`, 'theirs']]));
    expect(read(one, BASICS)).toBe(before);
  });

  test('a file removed by others goes, and one of our own stays', async () => {
    const { store, one, other } = await openTwo();
    append(one, 'town/answers/more.yaml', 'topic: more\ntitle: 更多\nanswers: []\n');
    await pushFolder(store, one, who);
    append(other, 'town/answers/mine.yaml', 'topic: mine\ntitle: 自己\nanswers: []\n');
    await pullFolder(store, other, undecided);
    expect(existsSync(fileIn(other, 'town/answers/more.yaml'))).toBe(true);
    expect(existsSync(fileIn(other, 'town/answers/mine.yaml'))).toBe(true);
  });

  test('a folder that shares no release with the database takes nothing and gives nothing', async () => {
    const store = await openTemporary();
    await pushFolder(store, breakKnowledge(), who);
    const stranger = breakKnowledge();
    append(stranger, BASICS, '# 别处来的\n');
    expect(await pullFolder(store, stranger, undecided)).toMatchObject({ kind: 'diverged' });
    expect(await pushFolder(store, stranger, who)).toMatchObject({ kind: 'diverged' });
  });
});

describe('publishing', () => {
  test('what is published is in force from its instant on, and rolled back by publishing what was before', async () => {
    const { store, one } = await openTwo();
    const [first] = await readReleases(store);
    append(one, BASICS, '# 二\n');
    const second = await pushFolder(store, one, who);
    if (second.kind !== 'pushed' || !first) throw new Error('not pushed');
    const publish = (release: string, from: Date) =>
      store.transaction((executor) => publishRelease(executor, { ...who, release, from }));
    await publish(first.hash, NOW);
    await publish(second.hash, later(60));
    const inForce = async (at: Date) => (await readStanding(store, at))[0]?.release;
    expect(await inForce(NOW)).toBe(first.hash);
    expect(await inForce(later(59))).toBe(first.hash);
    expect(await inForce(later(60))).toBe(second.hash);
    expect(await readStanding(store, NOW)).toHaveLength(2);
    expect(await findPrevious(store, later(61))).toBe(first.hash);
    expect(await findPrevious(store, later(55))).toBe(first.hash);
    expect(await findPrevious(store, later(1))).toBeUndefined();
  });

  test('what is not kept cannot be published', async () => {
    const store = await openTemporary();
    await expect(publishRelease(store, { ...who, release: 'ab'.repeat(32) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRelease } from '../../src/knowledge/index.ts';
import { breakKnowledge } from './break-knowledge.ts';

function mustLoad(options: Parameters<typeof loadRelease>[0]) {
  const loaded = loadRelease(options);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.release;
}

describe('loading a release', () => {
  it('gathers the files of the authority and the national ones', () => {
    const { base } = mustLoad(breakKnowledge());
    expect(base.profile.name).toBe('某市档案局');
    expect(base.answers.map(({ id, topic }) => [topic, id])).toEqual([
      ['basics', 'answer-deadline'],
      ['basics', 'report-where'],
    ]);
    expect(base.laws).toHaveLength(2);
    expect(base.divisions).toEqual([
      { code: '21', name: '辽宁省' },
      { code: '2101', name: '沈阳市', parent: '21' },
    ]);
  });

  it('keeps bare days as text', () => {
    const [answer] = mustLoad(breakKnowledge()).base.answers;
    expect(answer?.review).toBe('2027-01-31');
  });

  it('fills in what may be left out', () => {
    const [matter] = mustLoad(breakKnowledge()).base.matters;
    expect(matter).toMatchObject({ nature: 'information', also: [] });
  });

  it('counts absent optional files as empty', () => {
    const options = breakKnowledge();
    for (const name of ['intents.yaml', 'jurisdiction', 'report']) {
      rmSync(join(options.knowledgeDirectory, 'town', name), { recursive: true });
    }
    expect(mustLoad(options).base).toMatchObject({ intents: [], wishes: [], synonyms: [], matters: [], reports: [] });
  });

  it('tells of a required file that is missing, not of an exception', () => {
    const options = breakKnowledge();
    rmSync(join(options.knowledgeDirectory, 'town/authority.yaml'));
    expect(loadRelease(options)).toEqual({
      problems: [expect.objectContaining({ file: 'knowledge/town/authority.yaml', line: 1, message: '缺少这个文件' })],
    });
  });

  it('tells of every file that is broken', () => {
    const options = breakKnowledge(
      { file: 'town/intents.yaml', old: 'does: smalltalk', now: 'does: chat' },
      { file: 'national/laws.yaml', old: 'from: 2008-05-01', now: 'from: 2008.5.1' },
    );
    const loaded = loadRelease(options);
    expect('problems' in loaded && loaded.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'knowledge/national/laws.yaml:8',
      'knowledge/town/intents.yaml:3',
    ]);
  });

  it('survives a JSON file cut off in the middle', () => {
    const options = breakKnowledge();
    writeFileSync(join(options.knowledgeDirectory, 'national/divisions.json'), '[{"code":');
    expect(loadRelease(options)).toEqual({
      problems: [expect.objectContaining({ file: 'knowledge/national/divisions.json', line: 1 })],
    });
  });
});

describe('the hash of a release', () => {
  it('is the same for the same content in another layout', () => {
    const plain = mustLoad(breakKnowledge());
    const relaid = mustLoad(
      breakKnowledge({
        file: 'national/laws.yaml',
        old: '    title: 公开新规\n    from: 2019-05-15',
        now: '    # 现行\n    from: "2019-05-15"\n    title: 公开新规',
      }),
    );
    expect(relaid.hash).toBe(plain.hash);
    expect(plain.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('changes with a single figure', () => {
    const other = mustLoad(breakKnowledge({ file: 'town/report/2017.yaml', old: 'value: 12', now: 'value: 13' }));
    expect(other.hash).not.toBe(mustLoad(breakKnowledge()).hash);
  });
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { regimesHold } from '../../src/knowledge/check/regimes-hold.ts';
import { readKnowledgeFiles } from '../../src/knowledge/files/read-files.ts';
import type { Regime } from '../../src/knowledge/schema/regime.ts';
import { messages, ROOT } from '../adapters/web/project.ts';
import { NEW, OLD } from '../requests/lifecycle/shipped-regimes.ts';

const AUTHORITY = 'shenyang-petition-bureau';
const { files: shipped } = readKnowledgeFiles({ knowledgeDirectory: join(ROOT, 'knowledge'), authority: AUTHORITY });

/** Where and what the rule finds in these tables. */
function check(...regimes: readonly Regime[]): string[] {
  const files = { ...shipped, regimes: regimes.map((data) => ({ file: `${data.id}.yaml`, text: '', data })) };
  const subject = { files, messages, today: '2026-11-23' as Day };
  return regimesHold.check(subject).map(({ path, code }) => `${path.join('.')} ${code}`);
}

/** The table in force with its event `received` changed. */
function withReceived(change: Partial<Regime['events'][number]>): Regime {
  return { ...NEW, events: NEW.events.map((event) => (event.id === 'received' ? { ...event, ...change } : event)) };
}
const at = NEW.events.findIndex(({ id }) => id === 'received');

describe('a table of states and events', () => {
  test('that is shipped holds', () => expect(check(OLD, NEW)).toEqual([]));

  test.each([
    [{ from: ['fyled'] }, `events.${at}.from.0 dead_id`],
    [{ to: 'receeved' }, `events.${at}.to dead_id`],
    [{ fields: { colour: 'required' as const } }, `events.${at}.fields.colour dead_id`],
    [{ outcome: 'Z9' }, `events.${at}.outcome dead_id`],
    [{ clock: [{ do: 'start' as const, clock: 'sundial' }] }, `events.${at}.clock.0.clock dead_id`],
    [{ clock: [{ do: 'start' as const, clock: 'statutory', on: 'paidOn' }] }, `events.${at}.clock.0.on dead_id`],
    [{ messages: [{ to: 'requester' as const, say: 'hello_there' }] }, `events.${at}.messages.0.say dead_message`],
  ])('names only what exists: %j', (change, found) => {
    expect(check(withReceived(change))).toContain(found);
  });

  test('lets no state stand that nothing leads to', () => {
    expect(check(withReceived({ to: 'same' }))).toContain('states.1.id unreachable_state');
  });

  test('has every name once', () => {
    const [first] = NEW.events;
    expect(check({ ...NEW, events: [...NEW.events, ...(first ? [first] : [])] })).toContain(
      `events.${NEW.events.length} duplicate_id`,
    );
  });

  test('holds for days no other table holds for', () => {
    expect(check(OLD, { ...NEW, from: '2019-05-14' })).toEqual(['from versions_overlap']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dose } from '../dose.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted } from './desk-under-test.ts';

interface Delivery {
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  /** Whether the sender waits for the answer before sending the next. */
  readonly awaited: boolean;
}

/** Messages of three conversations, some filing the same draft twice, each delivered up to three times in any order. */
const deliveries = fc
  .uniqueArray(
    fc.record({
      conversation: fc.constantFrom('c1', 'c2', 'c3'),
      id: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
      text: fc.constantFrom('你好', 'file d1', 'file d2', 'person'),
    }),
    { minLength: 1, maxLength: 8, selector: (each) => `${each.conversation}/${each.id}` },
  )
  .chain((messages) =>
    fc.array(fc.tuple(fc.constantFrom(...messages), fc.boolean()), {
      minLength: messages.length,
      maxLength: messages.length * 3,
    }),
  )
  .map((drawn): Delivery[] => drawn.map(([each, awaited]) => ({ ...each, awaited })));

describe('any interleaving of duplicate deliveries', () => {
  test('has each effect once, and every repeated delivery the same answer', async () => {
    const store = await openTemporary();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(deliveries, async (drawn) => {
        run += 1;
        // Two desks over one store: what a second process would be.
        const desks = [openScripted(store), openScripted(store)];
        const nameOf = (delivery: Delivery) => `${run}/${delivery.conversation}`;
        const answers = new Map<string, Set<string>>();
        const pending: Promise<void>[] = [];
        for (const [index, delivery] of drawn.entries()) {
          const receiving = desks[index % 2]
            ?.receive(message(delivery.id, delivery.text, nameOf(delivery)))
            .then((received) => {
              const key = `${delivery.conversation}/${delivery.id}`;
              answers.set(key, (answers.get(key) ?? new Set()).add(JSON.stringify(received.lines)));
            });
          if (receiving) pending.push(receiving);
          if (delivery.awaited) await receiving;
        }
        await Promise.all(pending);

        expect([...answers.values()].filter((each) => each.size !== 1)).toEqual([]);
        for (const conversation of new Set(drawn.map((each) => each.conversation))) {
          const own = drawn.filter((each) => each.conversation === conversation);
          const name = conversationId(`${run}/${conversation}`);
          const transcript = (await desks[0]?.readTranscript(name, 0)) ?? [];
          const messages = new Set(own.map((each) => each.id));
          expect(transcript.filter((line) => line.from === 'citizen')).toHaveLength(messages.size);
          expect(transcript.map((line) => line.seq)).toEqual(transcript.map((_, index) => index + 1));
          const counts = transcript.flatMap((line) =>
            line.message.kind === 'text' ? (/^(\d+): /u.exec(line.message.text)?.[1] ?? []) : [],
          );
          expect(counts).toEqual(counts.map((_, index) => `${index + 1}`));
          const drafts = new Set(own.map((each) => each.text).filter((text) => text.startsWith('file')));
          const filed = await store.db
            .selectFrom('requests')
            .select('number')
            .where('conversation', '=', name)
            .execute();
          expect(filed).toHaveLength(drafts.size);
          const waiting = await store.db.selectFrom('queue').select('id').where('conversation', '=', name).execute();
          expect(waiting).toHaveLength(own.some((each) => each.text === 'person') ? 1 : 0);
        }
      }),
      { seed: 711, numRuns: dose(40) },
    );
    const numbers = await store.db.selectFrom('requests').select('number').orderBy('number').execute();
    expect(numbers.map((row) => row.number)).toEqual(
      numbers.map((_, index) => `SPB-2026-${String(index + 1).padStart(6, '0')}`),
    );
  });
});

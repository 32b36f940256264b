import { z } from 'zod';
import { RETAINED } from '../../../knowledge/schema/retention.ts';
import { previewRetention, stepRetention } from '../../../retention/index.ts';
import { retained } from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

/** Proofs shown. */
const PROOFS = 50;
/** Transactions, of a hundred rows each, in one call: it comes back within seconds and says whether more is due. */
const STEPS = 10;

const retentionSchema = z.object({
  due: z.array(
    z.object({
      data: z.enum(RETAINED),
      action: z.enum(['erase', 'anonymise', 'keep']),
      /** ISO 8601 duration; null where everything is kept. */
      keep: z.string().nullable(),
      before: z.string().nullable(),
      due: z.number().int(),
      oldest: z.string().nullable(),
    }),
  ),
  /** Cases of which everything is kept. Why is staff's own words and stays with them. */
  holds: z.array(z.object({ number: z.string(), placedBy: z.string(), placedAt: z.string() })),
  /** What was erased, newest first, without saying whose it was. */
  proofs: z.array(
    z.object({
      id: z.number().int(),
      data: z.string(),
      action: z.string(),
      many: z.number().int(),
      oldest: z.string(),
      newest: z.string(),
      keysHash: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
});

const read = endpoint({
  method: 'GET',
  path: '/retention',
  action: 'retention.read',
  summary: 'What a run would erase now, the cases held back from it, and the proofs of earlier runs',
  response: retentionSchema,
  handle: async ({ executor, services, now }) => ({
    due: [...(await previewRetention(executor, services.retention(), now))],
    holds: [...(await retained.readHolds(executor))],
    proofs: [...(await retained.readErasures(executor, PROOFS))],
  }),
});

const run = endpoint({
  method: 'POST',
  path: '/retention/run',
  action: 'retention.run',
  summary: 'Erase what is due, some of it in each call, with the proof of it; call again while `more` is true',
  response: z.object({ many: z.number().int(), more: z.boolean() }),
  ownTransactions: true,
  handle: async ({ services, actor, now }) => {
    const by = `staff:${actor.id}`;
    let many = 0;
    for (let steps = 0; steps < STEPS; steps += 1) {
      const step = await services.store.transaction(async (executor) => {
        const done = await stepRetention(executor, services.retention(), { now, by });
        if (done) {
          const entry = { at: now.toISOString(), event: 'retention_run', actor: by, subject: '' } as const;
          await appendAudit(executor, { ...entry, detail: { data: done.data, many: done.many } });
        }
        return done;
      });
      if (step === null) return { many, more: false };
      many += step.many;
    }
    return { many, more: true };
  },
});

export const RETENTION_ENDPOINTS: readonly Endpoint[] = [read, run];

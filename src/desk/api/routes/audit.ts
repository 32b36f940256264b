import { z } from 'zod';
import { AUDIT_EVENTS, appendAudit, findAudit, verifyAudit } from '../../audit/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  event: z.string(),
  actor: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  hash: z.string(),
});

const querySchema = z.object({
  event: z.enum(AUDIT_EVENTS).optional(),
  actor: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** Entries below this number: the last `seq` of the page before. */
  before: z.coerce.number().int().positive().optional(),
  most: z.coerce.number().int().min(1).max(500).default(100),
});

const search = endpoint({
  method: 'GET',
  path: '/audit',
  action: 'audit.read',
  summary: 'What was done, newest first',
  query: querySchema,
  response: z.object({ entries: z.array(auditEntrySchema) }),
  handle: async ({ executor, query }) => ({ entries: [...(await findAudit(executor, query, query))] }),
});

const verify = endpoint({
  method: 'GET',
  path: '/audit/verification',
  action: 'audit.verify',
  summary: 'Whether the chain holds; the head proves it later when kept elsewhere',
  response: z.union([
    z.object({ holds: z.literal(true), entries: z.number().int(), head: z.string() }),
    z.object({ holds: z.literal(false), at: z.number().int(), why: z.enum(['changed', 'missing']) }),
  ]),
  handle: async ({ executor }) => verifyAudit(executor),
});

const exportAll = endpoint({
  method: 'POST',
  path: '/audit/export',
  action: 'audit.export',
  summary: 'Entries that match, for keeping elsewhere; the export itself is recorded',
  body: querySchema.extend({ most: z.number().int().min(1).max(10_000).default(10_000) }),
  response: z.object({ entries: z.array(auditEntrySchema) }),
  handle: async ({ executor, body, actor, now }) => {
    const entries = await findAudit(executor, body, body);
    const entry = { at: now.toISOString(), event: 'audit_export', actor: `staff:${actor.id}`, subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { entries: entries.length } });
    return { entries: [...entries] };
  },
});

export const AUDIT_ENDPOINTS: readonly Endpoint[] = [search, verify, exportAll];

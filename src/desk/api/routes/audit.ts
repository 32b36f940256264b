import { z } from 'zod';
import type { Executor } from '../../../store/index.ts';
import { AUDIT_EVENTS, type AuditQuery, appendAudit, findAudit, readNames, verifyAudit } from '../../audit/index.ts';
import { readIdsNamed } from '../../identity/index.ts';
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
  /** An id (`staff:3`), or what somebody at the desk is called or signs in by. */
  actor: z.string().max(100).optional(),
  /** The same, or what else was changed (`request:SPB-2026-000001`); a request also by its number alone. */
  subject: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** Entries below this number: the last `seq` of the page before. */
  before: z.coerce.number().int().positive().optional(),
  most: z.coerce.number().int().min(1).max(500).default(100),
});

async function readQuery(
  executor: Executor,
  { actor, subject, ...rest }: Omit<z.infer<typeof querySchema>, 'most' | 'before'>,
): Promise<AuditQuery> {
  const named = async (typed: string | undefined) =>
    typed === undefined || typed.trim() === '' ? undefined : readIdsNamed(executor, typed);
  const about = await named(subject);
  // A request's number may be typed as people know it.
  const subjects = about && [...about, `request:${subject?.trim().toUpperCase()}`];
  return { ...rest, actors: await named(actor), subjects };
}

const search = endpoint({
  method: 'GET',
  path: '/audit',
  action: 'audit.read',
  summary: 'What was done, newest first',
  query: querySchema,
  response: z.object({ entries: z.array(auditEntrySchema), names: z.record(z.string(), z.string()) }),
  handle: async ({ executor, query }) => {
    const entries = await findAudit(executor, await readQuery(executor, query), query);
    return { entries: [...entries], names: await readNames(executor, entries) };
  },
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
    const entries = await findAudit(executor, await readQuery(executor, body), body);
    const entry = { at: now.toISOString(), event: 'audit_export', actor: `staff:${actor.id}`, subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { entries: entries.length } });
    return { entries: [...entries] };
  },
});

export const AUDIT_ENDPOINTS: readonly Endpoint[] = [search, verify, exportAll];

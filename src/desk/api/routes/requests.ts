import { type ZodObject, type ZodType, z } from 'zod';
import type { CaseRules } from '../../../cases/index.ts';
import { type Day, dayOf } from '../../../day.ts';
import { DeskError } from '../../../errors.ts';
import type { Regime } from '../../../knowledge/schema/regime.ts';
import { countWorkdays } from '../../../requests/index.ts';
import { findRequestsBy } from '../../../store/index.ts';
import { openAttachment } from '../../attachments.ts';
import { appendAudit } from '../../audit/index.ts';
import { type ListedRequest, listRequests } from '../../list-requests.ts';
import { type Actor, fieldsOf, type RequestField } from '../../rights/index.ts';
import { createSharedReads } from '../../share-reads.ts';
import { readRequest, type ShownRequest } from '../../show-request.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { findCase, numberParams } from './find-case.ts';

const day = z.string();
const personalSchema = z.object({
  name: z.string().optional(),
  documentNumber: z.string().optional(),
  contactName: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
});

/** Words of the regime's table, in both languages. */
const worded = z.object({ title: z.string(), en: z.string() });

const standing = {
  number: z.string(),
  state: z.string(),
  channel: z.string(),
  filedOn: day,
  receivedOn: day.nullable(),
  dueOn: day.nullable(),
  /** The due day rests on a year whose holidays are not announced. */
  dueProvisional: z.boolean(),
} satisfies Partial<Record<RequestField, ZodType>>;

/** A request in a list. What is optional is there for those who may see it (`REQUEST_FIELDS`). */
export const listedRequestSchema = z.object({
  ...standing,
  /** The state in words. */
  standing: worded,
  /** Working days left to answer, today not counted; below zero when overdue, null without a last day. */
  workdaysLeft: z.number().int().nullable(),
  about: z.string().optional(),
  applicant: z.string().nullable().optional(),
  /** Masked. */
  name: z.string().nullable().optional(),
});

/** One request. Personal data are masked; `POST …/unmask` shows them, for a reason that is recorded. */
export const requestSchema = z.object({
  ...standing,
  description: z.string().optional(),
  provision: z.string().nullable().optional(),
  applicant: z.string().nullable().optional(),
  documentKind: z.string().nullable().optional(),
  delivery: z.string().nullable().optional(),
  personal: personalSchema.optional(),
  /** The other authority the requester turned to with the same text. */
  readdressed: z.object({ authority: z.string(), on: day, number: z.string().nullable() }).nullable().optional(),
  /** Of a case that stands for an application elsewhere: the case whose text it has. */
  carriedFrom: z.object({ authority: z.string(), number: z.string() }).nullable().optional(),
  /** Files the requester sent; `POST …/attachments/…` opens one. */
  attachments: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        mediaType: z.string(),
        size: z.number(),
        scan: z.enum(['clean', 'unscanned']),
        on: z.string(),
      }),
    )
    .optional(),
  /** The state in words. */
  standing: worded,
  events: z.array(z.object({ seq: z.number().int(), on: day, kind: z.string(), ...worded.shape, by: z.string() })),
  /** What was written down with the events, such as the note of a call; `seq` is the event's. */
  written: z.array(z.object({ seq: z.number().int(), ...worded.shape, text: z.string() })).optional(),
  clocks: z.array(
    z.object({
      id: z.string(),
      ...worded.shape,
      startOn: day,
      due: day,
      provisional: z.boolean(),
      stoppedOn: day.nullable(),
    }),
  ),
});

/** The part of a schema this actor may see: what is not named in it cannot leave. */
function visibleTo(actor: Actor, schema: ZodObject): ZodObject {
  const fields: ReadonlySet<string> = fieldsOf(actor.roles);
  return z.object(Object.fromEntries(Object.entries(schema.shape).filter(([field]) => fields.has(field))));
}

/** Words of one of the regime's lists for an id. */
function nameIn(list: readonly { id: string; title: string; en: string }[] | undefined, id: string) {
  const { title, en } = list?.find((each) => each.id === id) ?? { title: id, en: id };
  return { title, en };
}

/** Working days left after today, or below zero as many as are past. */
function countLeft({ calendar }: CaseRules, today: Day, dueOn: Day | null): number | null {
  if (dueOn === null) return null;
  return dueOn < today ? -countWorkdays(calendar, dueOn, today) : countWorkdays(calendar, today, dueOn);
}

/** Requests of a list with their states in the words of the regime they follow, and the working days left. */
function nameStates(rules: CaseRules, today: Day, requests: readonly ListedRequest[]) {
  // Many requests are due the same day, and counting a year's days costs more than reading the request.
  const left = new Map<Day | null, number | null>();
  return requests.map(({ regime, ...request }) => {
    const states = rules.regimes.find(({ id }) => id === regime)?.states;
    const workdaysLeft = left.get(request.dueOn) ?? countLeft(rules, today, request.dueOn);
    left.set(request.dueOn, workdaysLeft);
    return { ...request, standing: nameIn(states, request.state), workdaysLeft };
  });
}

/** Texts staff and requesters gave with events, each under the name its regime gives the field. */
function listWritten(regime: Regime | undefined, events: ShownRequest['events']) {
  return events.flatMap(({ seq, fields }) =>
    Object.entries(fields).flatMap(([id, text]) => {
      const field = regime?.fields.find((each) => each.id === id && each.type === 'text');
      return field && typeof text === 'string' ? [{ seq, title: field.title, en: field.en, text }] : [];
    }),
  );
}

/** A request with the words of its regime beside the ids of state, events and clocks. */
function nameParts({ regimes }: CaseRules, request: ShownRequest): z.input<typeof requestSchema> {
  const regime = regimes.find((each) => each.id === request.regime);
  return {
    ...request,
    standing: nameIn(regime?.states, request.state),
    attachments: [...request.attachments],
    events: request.events.map(({ seq, on, kind, by }) => ({ seq, on, kind, ...nameIn(regime?.events, kind), by })),
    written: listWritten(regime, request.events),
    clocks: request.clocks.map(({ id, startOn, due, provisional, stoppedOn }) => {
      return { id, ...nameIn(regime?.clocks, id.split('/')[0] ?? id), startOn, due, provisional, stoppedOn };
    }),
  };
}

/** Every console with a list open asks for it when a request changes. */
const shareList = createSharedReads<ReturnType<typeof nameStates>>();

const list = endpoint({
  method: 'GET',
  path: '/requests',
  action: 'request.list',
  summary: 'Requests, newest first or those due first; search by number or part of it',
  query: z.object({
    number: z.string().max(40).optional(),
    state: z.string().max(40).optional(),
    /** Number of the last request of the page before. */
    after: z.string().max(40).optional(),
    most: z.coerce.number().int().min(1).max(500).default(100),
    /** `due`: of those still open the ones due first; there is no page after it. */
    order: z.enum(['newest', 'due']).default('newest'),
  }),
  response: z.object({ requests: z.array(listedRequestSchema) }),
  view: (actor) => z.object({ requests: z.array(visibleTo(actor, listedRequestSchema)) }),
  handle: async ({ executor, query, services, now }) => {
    const { number, state, after, most: limit, order } = query;
    const page = { number: number?.trim().toUpperCase(), state, after, limit, order };
    const rules = services.caseRules();
    const today = dayOf(now);
    const read = async () => nameStates(rules, today, await listRequests(executor, rules.regimes, page));
    return { requests: await shareList(services.store, JSON.stringify([today, page]), read) };
  },
});

/** One person's requests: more than this nobody reads through. */
const MOST_FOUND = 200;

/** In a body, not in an address: a name must not reach a log or a history. */
const search = endpoint({
  method: 'POST',
  path: '/requests/search',
  action: 'request.search',
  summary: 'Requests of exactly this name or phone, however written; newest first',
  body: z.union([
    z.strictObject({ name: z.string().trim().min(1).max(100) }),
    z.strictObject({ phone: z.string().trim().min(5).max(40) }),
  ]),
  response: z.object({ requests: z.array(listedRequestSchema) }),
  view: (actor) => z.object({ requests: z.array(visibleTo(actor, listedRequestSchema)) }),
  handle: async ({ executor, body, services, now }) => {
    const numbers = (await findRequestsBy(executor, body)).slice(0, MOST_FOUND);
    const page = { numbers, limit: MOST_FOUND };
    const rules = services.caseRules();
    return { requests: nameStates(rules, dayOf(now), await listRequests(executor, rules.regimes, page)) };
  },
});

const read = endpoint({
  method: 'GET',
  path: '/requests/:number',
  action: 'request.read',
  summary: 'One request, personal data masked',
  params: numberParams,
  find: findCase,
  response: requestSchema,
  view: (actor) => visibleTo(actor, requestSchema),
  handle: async ({ executor, thing, now, services }) => {
    const request = await readRequest(executor, services.caseRules(), thing, { now });
    if (!request) throw new DeskError('NOT_FOUND', 'no such request');
    return nameParts(services.caseRules(), request);
  },
});

const unmask = endpoint({
  method: 'POST',
  path: '/requests/:number/unmask',
  action: 'request.unmask',
  summary: 'Personal data as they are; who looked and why is recorded before they are shown',
  params: numberParams,
  find: findCase,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  response: z.object({ personal: personalSchema, description: z.string() }),
  handle: async ({ executor, thing, actor, body, now, services }) => {
    const who = `staff:${actor.id}`;
    const unmask = { who, reason: body.reason.toWellFormed() };
    const request = await readRequest(executor, services.caseRules(), thing, { now, unmask });
    if (!request) throw new DeskError('NOT_FOUND', 'no such request');
    const entry = { at: now.toISOString(), event: 'sensitive_read', actor: who, subject: `request:${thing}` } as const;
    await appendAudit(executor, { ...entry, detail: {} });
    return { personal: request.personal, description: request.description };
  },
});

const attachment = endpoint({
  method: 'POST',
  path: '/requests/:number/attachments/:id',
  action: 'request.unmask',
  summary: 'A file the requester sent, base64; who opened it and why is recorded before it is shown',
  params: numberParams.extend({ id: z.string().regex(/^[0-9a-f]{32}$/u) }),
  find: findCase,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  response: z.object({ name: z.string(), mediaType: z.string(), content: z.string() }),
  handle: async ({ executor, thing, params, actor, body, now }) => {
    const who = `staff:${actor.id}`;
    const look = { who, reason: body.reason.toWellFormed(), now };
    const file = await openAttachment(executor, { number: thing, id: params.id }, look);
    if (!file) throw new DeskError('NOT_FOUND', 'no such file');
    const entry = { at: now.toISOString(), event: 'sensitive_read', actor: who, subject: `request:${thing}` } as const;
    await appendAudit(executor, { ...entry, detail: { attachment: params.id } });
    return { name: file.name, mediaType: file.mediaType, content: Buffer.from(file.bytes).toString('base64') };
  },
});

export const REQUEST_ENDPOINTS: readonly Endpoint[] = [list, search, read, unmask, attachment];

import { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import { insertUnit, readStaff, readUnits, renameUnit } from '../../identity/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';

export const unitSchema = z.object({ id: z.number().int(), name: z.string() });
const nameBody = z.object({ name: z.string().trim().min(1).max(60) });

/** Colleagues and units, for forwarding and for showing who did what. */
const directory = endpoint({
  method: 'GET',
  path: '/directory',
  action: 'directory.read',
  summary: 'Names of colleagues and units',
  response: z.object({
    units: z.array(unitSchema),
    staff: z.array(z.object({ id: z.number().int(), name: z.string(), unit: z.number().int().nullable() })),
  }),
  handle: async ({ executor }) => {
    const staff = (await readStaff(executor)).filter((each) => each.disabledAt === null);
    return { units: [...(await readUnits(executor))], staff: staff.map(({ id, name, unit }) => ({ id, name, unit })) };
  },
});

const create = endpoint({
  method: 'POST',
  path: '/units',
  action: 'unit.create',
  summary: 'Add a unit',
  body: nameBody,
  response: unitSchema,
  handle: async ({ executor, body, actor, now }) => {
    const unit = await insertUnit(executor, body.name);
    if (!unit) throw new ApiRefusal('name_taken');
    const entry = { at: now.toISOString(), event: 'authz_admin', actor: `staff:${actor.id}` } as const;
    await appendAudit(executor, { ...entry, subject: `unit:${unit.id}`, detail: { what: 'created' } });
    return unit;
  },
});

const rename = endpoint({
  method: 'PATCH',
  path: '/units/:id',
  action: 'unit.rename',
  summary: 'Rename a unit',
  params: z.object({ id: z.coerce.number().int().positive() }),
  body: nameBody,
  response: unitSchema,
  handle: async ({ executor, params, body, actor, now }) => {
    const known = (await readUnits(executor)).some((unit) => unit.id === params.id);
    if (!known) throw new ApiRefusal('not_found');
    const unit = await renameUnit(executor, params.id, body.name);
    if (!unit) throw new ApiRefusal('name_taken');
    const entry = { at: now.toISOString(), event: 'authz_admin', actor: `staff:${actor.id}` } as const;
    await appendAudit(executor, { ...entry, subject: `unit:${unit.id}`, detail: { what: 'renamed' } });
    return unit;
  },
});

export const UNIT_ENDPOINTS: readonly Endpoint[] = [directory, create, rename];

import { z } from 'zod';
import { readKeyStandings } from '../../../store/index.ts';
import { mayRotate, startRotation } from '../../keys/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';

const read = endpoint({
  method: 'GET',
  path: '/keys',
  action: 'keys.read',
  summary: 'Which keys seal what is stored, by id, and how much each: how far a rotation is. Never a key itself',
  response: z.object({
    source: z.enum(['file', 'given']),
    mayRotate: z.boolean(),
    /** A key before the current one is still needed. */
    rotating: z.boolean(),
    keys: z.array(
      z.object({
        id: z.string(),
        state: z.enum(['current', 'old', 'first_format', 'missing']),
        values: z.number().int(),
      }),
    ),
  }),
  handle: async ({ executor, services: { keys } }) => ({
    source: keys.source,
    mayRotate: mayRotate(keys),
    rotating: keys.list().length > 1,
    keys: [...(await readKeyStandings(executor, keys.list()))],
  }),
});

const rotate = endpoint({
  method: 'POST',
  path: '/keys/rotation',
  action: 'keys.rotate',
  summary: 'Begin to seal everything anew under a new key, while the desk serves; or go on with what was begun',
  response: z.object({ started: z.literal(true) }),
  handle: async ({ executor, services: { keys }, actor, now }) => {
    if (!mayRotate(keys)) throw new ApiRefusal('key_given');
    await startRotation(executor, keys, actor.id, now);
    return { started: true as const };
  },
});

export const KEY_ENDPOINTS: readonly Endpoint[] = [read, rotate];

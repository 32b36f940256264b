import { z } from 'zod';
import { FAILPOINTS } from '../failpoints.ts';

const failpointSchema = z.enum(FAILPOINTS as readonly [(typeof FAILPOINTS)[number], ...(typeof FAILPOINTS)[number][]]);

/** What the chaos command tells a process of the desk to do to itself. */
export const orderSchema = z.discriminatedUnion('kind', [
  /** Its clock is so many milliseconds ahead. */
  z.object({ kind: z.literal('clock'), ahead: z.number() }),
  /** It is killed when it passes this failpoint the n-th time from now. */
  z.object({ kind: z.literal('kill'), at: failpointSchema, nth: z.number().int().min(1) }),
  /** Its next so many passes of this failpoint fail, as a full disk (`full`), a read-only one (`unwritable`), a database that is away, or a bug do. */
  z.object({
    kind: z.literal('fail'),
    at: failpointSchema,
    times: z.number().int().min(1),
    how: z.enum(['full', 'unwritable', 'away', 'bug']),
  }),
  /** Its next so many passes of this failpoint take so many milliseconds longer, as on a slow disk. */
  z.object({
    kind: z.literal('slow'),
    at: failpointSchema,
    times: z.number().int().min(1),
    milliseconds: z.number(),
  }),
  /** It takes memory until there is none left for it, and ends. */
  z.object({ kind: z.literal('hoard') }),
  /** It does nothing else for so many milliseconds. */
  z.object({ kind: z.literal('block'), milliseconds: z.number() }),
]);
export type Order = z.infer<typeof orderSchema>;

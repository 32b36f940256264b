import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';

const channelSchema = z.object({
  channel: z.string(),
  configured: z.boolean(),
  /** Names of the settings it lacks; never a value. */
  missing: z.array(z.string()),
  connected: z.boolean(),
  why: z.string().nullable(),
  lastMessageAt: z.string().nullable(),
  pending: z.number().int(),
  undelivered: z.number().int(),
  setAside: z.number().int(),
});

const list = endpoint({
  method: 'GET',
  path: '/channels',
  action: 'channel.list',
  summary: 'Every channel: set up, connected, last message, and how many messages did not get through',
  response: z.object({ channels: z.array(channelSchema) }),
  handle: async ({ services }) => {
    const standings = await services.channelStandings();
    return { channels: standings.map((each) => ({ ...each, missing: [...each.missing] })) };
  },
});

export const CHANNEL_ENDPOINTS: readonly Endpoint[] = [list];

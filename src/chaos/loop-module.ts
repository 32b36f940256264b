import { z } from 'zod';
import type { PlatformModule, Reading, Sent } from '../channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../channel/capabilities.ts';
import type { ConversationId, InboundBody, MessageId } from '../channel/message.ts';

export const LOOP = 'loop';
/** Header a delivery is known by. */
export const SECRET_HEADER = 'x-loop-secret';
const CALL_MS = 1500;

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  files: { receive: MEGABYTE, send: 0, pictures: 0 },
  replyWithin: 4500,
  rate: { most: 100_000, perMs: 1000 },
  dataResidency: 'domestic',
};

const deliverySchema = z.object({
  id: z.string(),
  conversation: z.string(),
  /** Wants the reply on the answer, as WeChat does. */
  passive: z.boolean(),
  text: z.string().optional(),
  file: z.object({ name: z.string(), reference: z.string(), bytes: z.number() }).optional(),
});
export type LoopDelivery = z.infer<typeof deliverySchema>;

function bodyOf({ text, file }: LoopDelivery): InboundBody {
  if (file) return { kind: 'file', mediaType: 'application/pdf', ...file };
  return text === undefined ? { kind: 'unsupported', what: '语音' } : { kind: 'text', text };
}

async function read(request: Request, secret: string): Promise<Reading> {
  const parsed = deliverySchema.safeParse(await request.json().catch(() => null));
  if (request.headers.get(SECRET_HEADER) !== secret || !parsed.success)
    return { kind: 'refused', why: 'malformed', answer: new Response(null, { status: 401 }) };
  const { id, conversation, passive } = parsed.data;
  const inbound = {
    id: id as MessageId,
    channel: LOOP,
    conversation: conversation as ConversationId,
    body: bodyOf(parsed.data),
  };
  return {
    kind: 'messages',
    messages: [inbound],
    answer: Response.json({ carried: [] }),
    ...(passive && {
      carry: (parts) => ({
        answer: Response.json({ carried: parts.map(({ text }) => text) }),
        taken: parts.length,
      }),
    }),
  };
}

async function send(ask: typeof fetch, url: string, body: object): Promise<Sent> {
  const answer = await ask(`${url}/send`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_MS),
  });
  await answer.arrayBuffer();
  if (answer.ok) return { kind: 'sent', platformId: null };
  return {
    kind: 'later',
    afterMs: answer.status === 429 ? Number(answer.headers.get('retry-after')) * 1000 : null,
    why: 'busy',
  };
}

/** A platform of our own on loopback, over which the chaos and load commands talk to real processes of the desk. */
export const loop: PlatformModule = {
  name: LOOP,
  capabilities: CAPABILITIES,
  settings: [
    { name: 'LOOP_URL', meaning: 'Address of the platform', required: true, secret: false },
    { name: 'LOOP_SECRET', meaning: 'Secret of its deliveries', required: true, secret: true },
  ],
  open: async ({ LOOP_URL: url = '', LOOP_SECRET: secret = '' }, { fetch: ask }) => ({
    name: LOOP,
    capabilities: CAPABILITIES,
    read: (request) => read(request, secret),
    send: ({ conversation, part, key }) => send(ask, url, { conversation, key, text: part.text }),
    fetchFile: async (reference, most) => {
      const answer = await ask(`${url}/files/${reference}`, { signal: AbortSignal.timeout(CALL_MS) });
      if (!answer.ok) throw new Error('the platform is busy');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return bytes.length > most ? 'too_large' : bytes;
    },
    stop: async () => {},
  }),
};

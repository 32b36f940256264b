import type { Reading } from '../../src/channel/adapter.ts';
import { answerCallback, refuseCallback } from '../_shared/callback.ts';
import { parseJson, readTextBody } from '../_shared/json-body.ts';
import { type PayloadReader, readPayload, renderPrivately } from './read-payload.ts';
import { isSigned, readSignature } from './verify.ts';

export interface DeliveryReader extends PayloadReader {
  /** Undefined in Socket Mode: nothing is taken over HTTP. */
  readonly secret: string | undefined;
  readonly now: () => Date;
}

/** Events are JSON; commands are a form, and taps are JSON in a form. */
function parseBody(request: Request, body: string): unknown {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return parseJson(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : parseJson(form.payload);
}

/** Reads one call of the platform: an event, a tap, a command or the check of the address. */
export async function readDelivery(reader: DeliveryReader, request: Request): Promise<Reading> {
  if (request.method !== 'POST') return refuseCallback('method');
  const signed = readSignature(request, reader.now());
  if (typeof signed === 'string') return refuseCallback(signed);
  const body = await readTextBody(request);
  if (body.kind === 'refused') return refuseCallback(body.why);
  if (reader.secret === undefined || !isSigned(body.text, signed, reader.secret)) return refuseCallback('forged');
  const payload = readPayload(parseBody(request, body.text), reader);
  switch (payload.kind) {
    case 'malformed':
      return refuseCallback('malformed');
    case 'another_team':
      return refuseCallback('sealed_for_another');
    case 'challenge':
      return { kind: 'messages', messages: [], answer: answerCallback(payload.challenge) };
    case 'read': {
      const { messages, privately } = payload;
      const answer =
        privately === null ? new Response(null, { status: 200 }) : Response.json(renderPrivately(privately));
      return { kind: 'messages', messages, answer };
    }
  }
}

import type { Inbound } from '../../src/channel/message.ts';
import { needsUsername } from './address.ts';
import { readInbound } from './inbound.ts';
import type { Quotes } from './quotes.ts';
import { type Update, updateSchema } from './schema.ts';
import type { WhoAmI } from './who-am-i.ts';

export interface UpdateReader {
  readonly whoAmI: WhoAmI;
  readonly quotes: Quotes;
}

export type UpdateReading =
  | { readonly kind: 'read'; readonly messages: readonly Inbound[]; readonly callbackId: string | null }
  | { readonly kind: 'malformed' };

/** Reads one update, however it came. Never throws. */
export async function readUpdate({ whoAmI, quotes }: UpdateReader, value: unknown): Promise<UpdateReading> {
  const parsed = updateSchema.safeParse(value);
  if (!parsed.success) return { kind: 'malformed' };
  const update: Update = parsed.data;
  const username = update.message && needsUsername(update.message) ? await whoAmI.askUsername() : null;
  const messages = readInbound(update, { id: whoAmI.id, username });
  const [first] = messages;
  if (first && update.message && update.message.chat.type !== 'private') {
    quotes.remember(first.conversation, update.message.message_id);
  }
  return { kind: 'read', messages, callbackId: update.callback_query?.id ?? null };
}

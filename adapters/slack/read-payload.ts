import type { Inbound } from '../../src/channel/message.ts';
import { readBlockActions, readMessageEvent, readSlashCommand } from './inbound.ts';
import {
  blockActionsSchema,
  eventCallbackSchema,
  otherSchema,
  slashCommandSchema,
  urlVerificationSchema,
} from './schema.ts';

export type PayloadReading =
  /** `privately`: what the platform shows to this person alone, at once. */
  | { readonly kind: 'read'; readonly messages: readonly Inbound[]; readonly privately: string | null }
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** Of another workspace the app is installed in. */
  | { readonly kind: 'another_team' }
  | { readonly kind: 'malformed' };

export interface PayloadReader {
  readonly teamId: string;
  /** Said when a command was typed elsewhere than in the direct chat. */
  readonly answeredApart: string;
}

const read = (messages: readonly Inbound[], privately: string | null = null) =>
  ({ kind: 'read', messages, privately }) as const;

function readEnvelope(value: unknown, { teamId }: PayloadReader): PayloadReading | undefined {
  const parsed = eventCallbackSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { team_id, event, authorizations } = parsed.data;
  if (team_id !== teamId) return { kind: 'another_team' };
  const botUserId = authorizations[0]?.user_id ?? null;
  return read('channel' in event ? readMessageEvent(event, teamId, botUserId) : []);
}

function readActions(value: unknown, { teamId }: PayloadReader): PayloadReading | undefined {
  const parsed = blockActionsSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return parsed.data.team.id === teamId ? read(readBlockActions(parsed.data)) : { kind: 'another_team' };
}

function readCommand(value: unknown, { teamId, answeredApart }: PayloadReader): PayloadReading | undefined {
  const parsed = slashCommandSchema.safeParse(value);
  if (!parsed.success) return undefined;
  if (parsed.data.team_id !== teamId) return { kind: 'another_team' };
  const apart = !parsed.data.channel_id.startsWith('D');
  return read(readSlashCommand(parsed.data), apart ? answeredApart : null);
}

/** Reads what the platform sent, over HTTP or a socket. Never throws. */
export function readPayload(value: unknown, reader: PayloadReader): PayloadReading {
  const known = readEnvelope(value, reader) ?? readActions(value, reader) ?? readCommand(value, reader);
  if (known) return known;
  const check = urlVerificationSchema.safeParse(value);
  if (check.success) return { kind: 'challenge', challenge: check.data.challenge };
  return otherSchema.safeParse(value).success ? read([]) : { kind: 'malformed' };
}

/** A private answer as the platform takes it, over HTTP and over a socket alike. */
export function renderPrivately(text: string) {
  return { response_type: 'ephemeral', text } as const;
}

import { z } from 'zod';
import type { RoomEvent } from '../../../src/channel/staff-room.ts';
import { readText } from '../read-text.ts';
import { blockActionsSchema, eventCallbackSchema, slashCommandSchema } from '../schema.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
const submissionSchema = z.object({
  type: z.literal('view_submission'),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string().max(3000),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: z.string().max(3000).nullish(),
            selected_date: z.string().nullish(),
            selected_option: z.object({ value: z.string() }).nullish(),
          }),
        ),
      ),
    }),
  }),
});

const triggerSchema = z.object({ trigger_id: z.string() });

/** What somebody did, with what it takes to open a form before them. */
export interface RoomRead {
  readonly event: RoomEvent;
  readonly user: string;
  readonly trigger: string | null;
  /** Thread an answer only they see stands in. */
  readonly thread: string | null;
}

interface Place {
  readonly teamId: string;
  readonly channel: string;
}

const name = (teamId: string, user: string) => `slack:${teamId}:${user}`;

function readSubmission(value: unknown, { teamId }: Place): RoomRead | undefined {
  const { data } = submissionSchema.safeParse(value);
  if (data?.team.id !== teamId) return undefined;
  const values = Object.entries(data.view.state.values).map(([id, inputs]) => {
    const [input] = Object.values(inputs);
    return [id, (input?.value ?? input?.selected_date ?? input?.selected_option?.value ?? '').toWellFormed()];
  });
  const { id: user } = data.user;
  const filled = { kind: 'filled', state: data.view.private_metadata, values: Object.fromEntries(values) } as const;
  return { event: { account: name(teamId, user), ...filled }, user, trigger: null, thread: null };
}

function readTap(value: unknown, { teamId, channel }: Place): RoomRead | undefined {
  const { data } = blockActionsSchema.safeParse(value);
  const [action] = data?.actions ?? [];
  if (data?.team.id !== teamId || data.channel.id !== channel || !action?.value) return undefined;
  const trigger = triggerSchema.safeParse(value).data?.trigger_id ?? null;
  const { id: user } = data.user;
  const event = { account: name(teamId, user), kind: 'tapped', value: action.value } as const;
  return { event, user, trigger, thread: data.message.thread_ts ?? null };
}

/** Only what a person writes below something: what stands in the room itself is their own talk. */
function readWords(value: unknown, { teamId, channel }: Place): RoomRead | undefined {
  const { data } = eventCallbackSchema.safeParse(value);
  if (data?.team_id !== teamId || !('channel' in data.event)) return undefined;
  const { type, channel: where, user, bot_id, subtype, ts, thread_ts, text, files } = data.event;
  const spoken = subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
  if (type !== 'message' || where !== channel || user === undefined || bot_id !== undefined || !spoken)
    return undefined;
  if (thread_ts === undefined || thread_ts === ts) return undefined;
  const wrote = { kind: 'wrote', id: `${channel}:${ts}`, place: thread_ts, text: readText(text, null) } as const;
  const event = { account: name(teamId, user), ...wrote, files: files.length };
  return { event, user, trigger: null, thread: thread_ts };
}

function readCommand(value: unknown, { teamId }: Place): RoomRead | undefined {
  const { data } = slashCommandSchema.safeParse(value);
  if (data?.team_id !== teamId) return undefined;
  const event = { account: name(teamId, data.user_id), kind: 'commanded', text: data.text.trim() } as const;
  return { event, user: data.user_id, trigger: null, thread: null };
}

/** Undefined for whatever asks nothing of the desk: other channels, other workspaces, the app's own words. */
export function readRoomEvent(value: unknown, place: Place): RoomRead | undefined {
  return readSubmission(value, place) ?? readTap(value, place) ?? readWords(value, place) ?? readCommand(value, place);
}

import { join } from 'node:path';
import { z } from 'zod';
import type { PlatformServices } from '../../../src/channel/adapter.ts';
import type { Posted, RoomAnswer, StaffRoom, StaffRoomModule } from '../../../src/channel/staff-room.ts';
import { loadMessages, say } from '../../../src/messages.ts';
import { type ApiAnswer, connectApi, type SlackApi } from '../api.ts';
import { keepSocket } from '../keep-socket.ts';
import { renderPrivately } from '../read-payload.ts';
import { type RoomRead, readRoomEvent } from './read-event.ts';
import { renderCard, renderForm, renderTold } from './render.ts';
import { ROOM_SETTINGS, readRoomSettings } from './settings.ts';

const postedSchema = z.object({ ts: z.string() });
/** An operator has to mend what the platform refuses; meanwhile it is not asked every moment. */
const REFUSED_MS = 60_000;

function readPosted(answer: ApiAnswer, log: PlatformServices['log']): Posted {
  if (answer.kind === 'unreachable') return { kind: 'later', why: answer.why, afterMs: answer.afterMs };
  if (answer.kind === 'refused') {
    log('staff_room_refused', { error: answer.error });
    return { kind: 'later', why: answer.error, afterMs: REFUSED_MS };
  }
  const posted = postedSchema.safeParse(answer.body);
  if (posted.success) return { kind: 'posted', place: posted.data.ts };
  return { kind: 'later', why: 'an answer of unknown shape', afterMs: null };
}

interface Answering {
  readonly api: SlackApi;
  readonly channel: string;
  readonly title: string;
}

/**
 * Puts an answer before the one person it is for. What is returned goes back with the acknowledgement: a form may only
 * be replaced and a command only be answered that way.
 */
async function show({ api, channel, title }: Answering, read: RoomRead, answer: RoomAnswer): Promise<unknown> {
  const { event, user, trigger, thread } = read;
  if (answer.kind === 'nothing') return undefined;
  if (event.kind === 'filled') {
    const view = answer.kind === 'form' ? renderForm(answer.form) : renderTold(answer.text, title);
    return { response_action: 'update', view };
  }
  if (answer.kind === 'form') {
    if (trigger !== null) await api.call('views.open', { trigger_id: trigger, view: renderForm(answer.form) });
    return undefined;
  }
  if (event.kind === 'commanded') return renderPrivately(answer.text);
  const place = thread === null ? {} : { thread_ts: thread };
  await api.call('chat.postEphemeral', { channel, user, ...place, ...renderCard({ text: answer.text, choices: [] }) });
  return undefined;
}

async function openRoom(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<StaffRoom> {
  const settings = readRoomSettings(values);
  const { STAFF_SLACK_CHANNEL: channel, STAFF_SLACK_TEAM_ID: teamId, STAFF_SLACK_API_URL: root } = settings;
  const { log } = services;
  const api = await connectApi(settings.STAFF_SLACK_BOT_TOKEN, root, services);
  const title = say(loadMessages(join(import.meta.dirname, '../../../messages')), 'zh-CN', 'room.title');
  const stopping = new AbortController();
  let socket: Promise<void> | undefined;
  return {
    async post(card, key, below) {
      const place = below === null ? {} : { thread_ts: below };
      const message = { channel, client_msg_id: key, ...place, ...renderCard(card) };
      return readPosted(await api.call('chat.postMessage', message), log);
    },
    async change(ts, card) {
      return readPosted(await api.call('chat.update', { channel, ts, ...renderCard(card) }), log);
    },
    start(answer) {
      const take = async (body: unknown) => {
        const read = readRoomEvent(body, { teamId, channel });
        return read && show({ api, channel, title }, read, await answer(read.event));
      };
      socket = keepSocket({ appToken: settings.STAFF_SLACK_APP_TOKEN, root, take, log, signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await socket;
    },
  };
}

/** A channel of a workspace in which staff work: an app of its own, in Socket Mode, so that nothing has to be reachable. */
export const slackRoom: StaffRoomModule = { name: 'slack', settings: ROOM_SETTINGS, open: openRoom };

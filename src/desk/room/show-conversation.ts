import type { Choice } from '../../channel/message.ts';
import type { RoomCard } from '../../channel/staff-room.ts';
import type { Executor } from '../../store/index.ts';
import { readLinesForStaff, type Visit } from '../conversations/index.ts';
import { maskCitizensWords } from '../conversations/mask-words.ts';
import { findStaff } from '../identity/index.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

/** Lines of a conversation shown in one go. */
const MOST_LINES = 50;

/** A line said while the conversation is with the staff. */
export interface ShownLine {
  readonly seq: number;
  readonly from: 'citizen' | 'staff';
  readonly text: string;
}

/**
 * What the two said to each other while somebody had the conversation. Before that the bot may have asked for a name:
 * the platform keeps what it is shown abroad, and none of that is. Numbers that say who somebody is are starred, also
 * in what staff wrote.
 */
export async function readShownLines(
  { services }: RoomWorld,
  executor: Executor,
  { claimedAt, endedAt, ...key }: Visit,
  after: number,
): Promise<readonly ShownLine[]> {
  if (claimedAt === null) return [];
  const page = { after, most: MOST_LINES, base: services.release().base };
  const lines = await readLinesForStaff(executor, key, page);
  return lines.flatMap(({ seq, at, from, text }) => {
    if (from === 'desk' || at < claimedAt || (endedAt !== null && at > endedAt)) return [];
    return [{ seq, from, text: from === 'staff' ? maskCitizensWords(text) : text }];
  });
}

/** What the conversation was about when a person was asked for, by the title the authority gave it. */
function nameTopic({ services }: RoomWorld, topic: string): string {
  const { answers, matters } = services.release().base;
  const [, id] = topic.split('/');
  return answers.find((each) => each.id === id)?.title ?? matters.find((each) => each.id === id)?.title ?? '';
}

function listChoices(world: RoomWorld, { id, state }: Visit): readonly Choice[] {
  const choice = (what: string): Choice => ({ label: sayInRoom(world, what), value: `${what}:${id}` });
  if (state === 'waiting') return [choice('claim')];
  return state === 'open' ? [choice('end'), choice('hand_back'), choice('take_over')] : [];
}

/** The card of a conversation: where it stands, who has it, what can be done. */
export async function showConversation(world: RoomWorld, executor: Executor, visit: Visit): Promise<RoomCard> {
  const { id, state, channel, joinedAt, claimedBy } = visit;
  const topic = nameTopic(world, visit.topic);
  const name = claimedBy === null ? '' : ((await findStaff(executor, claimedBy))?.name ?? '');
  const since = new Intl.DateTimeFormat(world.locale, {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    month: 'numeric',
    day: 'numeric',
  }).format(new Date(joinedAt));
  const lines = [
    sayInRoom(world, `conversation_${state}`, { id: String(id), name }),
    sayInRoom(world, 'conversation_since', { since, channel }),
    ...(topic === '' ? [] : [sayInRoom(world, 'conversation_topic', { topic })]),
    ...(state === 'open' ? [sayInRoom(world, 'conversation_how', { name })] : []),
  ];
  return { text: lines.join('\n'), choices: listChoices(world, visit) };
}

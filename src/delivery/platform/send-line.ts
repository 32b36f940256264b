import type { Dispatch, PlatformAdapter, Sent } from '../../channel/adapter.ts';
import type { FileSource } from '../../channel/file-source.ts';
import { findRoomFor, fit, type Part } from '../../channel/fit.ts';
import type { ConversationId } from '../../channel/message.ts';
import type { PlainWords } from '../../channel/render-plain.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { OwedLine, Progress } from '../../store/index.ts';
import { backOff } from './back-off.ts';
import { makeDispatchKey } from './dispatch-key.ts';
import { isWindowOpen } from './is-window-open.ts';
import type { SendLimit } from './limit-sending.ts';

/** How long a line is tried before it is shown to staff instead. */
const GIVE_UP_MS = 24 * 3_600_000;
/** How long one call may take, shorter than a lease: an adapter's own time limit should be shorter still. */
const CALL_MS = 15_000;
/** A line that only the person's next message can carry waits for it, not for a time. */
const UNTIL_CARRIED = '9999-12-31T00:00:00.000Z';

export interface SendOptions {
  readonly adapter: PlatformAdapter;
  readonly words: PlainWords;
  /** Where files come from that lines speak of. */
  readonly files: FileSource;
  readonly limit: SendLimit;
  /** How the platform names a line it took as one message; null where it cannot be changed. */
  readonly readPlatformId: (conversation: string, seq: number) => Promise<string | null>;
  /** When the person of a conversation last wrote. */
  readonly readLastHeard: (conversation: string) => Promise<Date | undefined>;
  readonly now: () => Date;
}

/** The parts of a line as its channel takes them. The same line always comes to the same parts. */
export function partsOf(
  { line }: OwedLine,
  { adapter, words }: Pick<SendOptions, 'adapter' | 'words'>,
): readonly Part[] {
  return fit(line.message, adapter.capabilities, words);
}

const asWords = ({ text, choices }: Part): Part => ({ text, choices });

/** Hands over one part: its file where there is one and the platform takes it, else the words that stand for it. */
async function handOver({ adapter, files }: SendOptions, dispatch: Dispatch): Promise<Sent> {
  const { part } = dispatch;
  if (!part.file) return adapter.send(dispatch);
  const room = findRoomFor(part.file, adapter.capabilities);
  const content = await files(part.file.reference, room);
  if (content instanceof Uint8Array && content.length > 0 && content.length <= room) {
    const sent = await adapter.send({ ...dispatch, content });
    if (sent.kind !== 'undeliverable' || sent.why !== 'refused') return sent;
  }
  return adapter.send({ ...dispatch, part: asWords(part) });
}

/** An adapter that throws or hangs has not said what became of the message: it is tried again under the same key. */
async function callAdapter(owed: OwedLine, call: (conversation: ConversationId) => Promise<Sent>): Promise<Sent> {
  const { promise: late, resolve } = Promise.withResolvers<Sent>();
  const timer = setTimeout(resolve, CALL_MS, { kind: 'later', afterMs: null, why: 'timeout' } satisfies Sent);
  const conversation = owed.conversation as ConversationId;
  try {
    const sending = betweenPoints('send.call', () => call(conversation));
    return await Promise.race([sending, late]);
  } catch (error) {
    return { kind: 'later', afterMs: null, why: error instanceof Error ? error.name : 'error' };
  } finally {
    clearTimeout(timer);
  }
}

function judge(sent: Exclude<Sent, { kind: 'sent' }>, owed: OwedLine, parts: number, now: Date): Progress {
  const { attempts } = owed;
  if (sent.kind === 'undeliverable') return { kind: 'undeliverable', parts, why: sent.why };
  if (sent.kind === 'held') return { kind: 'waiting', parts, attempts, nextAt: UNTIL_CARRIED };
  if (now.getTime() - Date.parse(owed.line.at) > GIVE_UP_MS) return { kind: 'undeliverable', parts, why: 'no_answer' };
  const nextAt = new Date(now.getTime() + (sent.afterMs ?? backOff(attempts + 1))).toISOString();
  return { kind: 'waiting', parts, attempts: attempts + 1, nextAt };
}

/**
 * Changes the message a line corrects, where the platform can: nothing more is said then. Undefined where the words
 * have to be sent: it cannot, it took no message or several, or it does not let this one be changed any more.
 */
async function changeInPlace(owed: OwedLine, options: SendOptions): Promise<Sent | undefined> {
  const { adapter, readPlatformId, words, limit, now } = options;
  const { message } = owed.line;
  const { corrects } = message.kind === 'text' ? message : {};
  const { edit } = adapter;
  if (!corrects || !edit || !adapter.capabilities.edit || owed.partsSent > 0) return undefined;
  const [part, ...more] = fit({ kind: 'text', text: corrects.text }, adapter.capabilities, words);
  const platformId = await readPlatformId(owed.conversation, corrects.seq);
  if (!part || more.length > 0 || platformId === null) return undefined;
  if (!limit.take(now()))
    return { kind: 'later', afterMs: limit.nextRoom(now()).getTime() - now().getTime(), why: 'rate' };
  const key = makeDispatchKey(owed, 0);
  const sent = await callAdapter(owed, (conversation) => edit({ conversation, part, key, platformId }));
  return sent.kind === 'undeliverable' && sent.why === 'refused' ? undefined : sent;
}

/**
 * Sends what is left of a line, part by part, and says how far it came. Null when the channel's rate leaves no room:
 * nothing was tried.
 */
export async function sendLine(owed: OwedLine, options: SendOptions): Promise<Progress | null> {
  const { adapter, limit, now } = options;
  const parts = partsOf(owed, options);
  let done = owed.partsSent;
  if (!(await isWindowOpen(adapter.capabilities, () => options.readLastHeard(owed.conversation), now())))
    return { kind: 'undeliverable', parts: done, why: 'window_closed' };
  const changed = await changeInPlace(owed, options);
  if (changed)
    return changed.kind === 'sent' ? { kind: 'delivered', parts: 1, platformId: null } : judge(changed, owed, 0, now());
  let platformId: string | null = null;
  for (const part of parts.slice(done)) {
    if (!limit.take(now())) {
      if (done === owed.partsSent) return null;
      return { kind: 'waiting', parts: done, attempts: owed.attempts, nextAt: limit.nextRoom(now()).toISOString() };
    }
    const key = makeDispatchKey(owed, done);
    const sent = await callAdapter(owed, (conversation) => handOver(options, { conversation, part, key }));
    if (sent.kind !== 'sent') return judge(sent, owed, done, now());
    done += 1;
    platformId = sent.platformId;
  }
  return { kind: 'delivered', parts: done, platformId };
}

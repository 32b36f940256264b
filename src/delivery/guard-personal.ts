import type { Inbound } from '../channel/message.ts';
import type { ConversationState } from '../conversation/state.ts';
import { maskNumbersInText } from '../store/index.ts';

/** Fifteen digits or more, however spaced: an identity number, or a bank card's. */
const IDENTITY = /(?:\d[ \-—.·]?){14,}[\dXx]/u;

export interface Guarded {
  /** The message as the desk may hear it here. */
  readonly heard: Inbound;
  /** Whether numbers were hidden that nobody had asked for: the person is told. */
  readonly hidden: boolean;
}

/** Asked which document, many answer with its number, which is taken as both. */
function isAskedFor({ form }: ConversationState): boolean {
  return form !== null && !form.paused && (form.step === 'documentNumber' || form.step === 'documentKind');
}

/**
 * Keeps personal numbers typed unasked out of what is stored: not even the turn hears them. Identity numbers anywhere;
 * where the platform keeps what is said abroad, every number that says who somebody is. Query codes are none of these.
 */
export function guardPersonal(inbound: Inbound, state: ConversationState): Guarded {
  const { body } = inbound;
  if (body.kind !== 'text' || state.tracking !== null) return { heard: inbound, hidden: false };
  const text = maskNumbersInText(body.text);
  const unasked = state.handOver === 'must' || (IDENTITY.test(body.text.normalize('NFKC')) && !isAskedFor(state));
  if (!unasked || text === body.text) return { heard: inbound, hidden: false };
  return { heard: { ...inbound, body: { kind: 'text', text } }, hidden: true };
}

import type { OutMessage } from '../../channel/message.ts';
import type { ConversationKey, Executor } from '../../store/index.ts';
import { maskNumbersInText } from '../../store/index.ts';
import { readLinesWithState, type StatedLine } from './stated-line-store.ts';

/** How a line fares on its way. On the chat page it is there when the person looks: nothing is sent. */
export type LineDelivery = 'on_page' | 'waiting' | 'delivered' | 'undeliverable';

/** A line as staff see it. */
export interface StaffLine {
  readonly seq: number;
  readonly at: string;
  readonly from: 'citizen' | 'desk' | 'staff';
  readonly text: string;
  /** Id of the colleague who wrote it. */
  readonly writtenBy: number | null;
  readonly delivery: LineDelivery;
  /** Why it will never arrive. */
  readonly why: string | null;
}

/** What a query code looks like, on its own among other words: it opens a request and is nobody else's to see. */
const QUERY_CODE = /(?<![A-Za-z0-9])[2-9BCDFGHJKMNPQRSTVWXYZ]{4}[ -]?[2-9BCDFGHJKMNPQRSTVWXYZ]{4}(?![A-Za-z0-9])/giu;

/** Words of a message. A card's rows hold what a person filled in, or the code of a receipt: staff see its title and text. */
function wordsOf(message: OutMessage): string {
  const words = message.kind === 'card' ? [message.title, message.text].filter(Boolean).join('\n\n') : message.text;
  return maskNumbersInText(words).replaceAll(QUERY_CODE, '********');
}

function deliveryOf({ channel, deliveredAt, undeliverable, line }: StatedLine): LineDelivery {
  if (channel === 'web' || line.from === 'citizen') return 'on_page';
  if (deliveredAt !== null) return 'delivered';
  return undeliverable === null ? 'waiting' : 'undeliverable';
}

export function showLine(stated: StatedLine): StaffLine {
  const { line, writtenBy, undeliverable } = stated;
  const text = line.from === 'staff' && line.message.kind !== 'card' ? line.message.text : wordsOf(line.message);
  return {
    seq: line.seq,
    at: line.at,
    from: line.from,
    text,
    writtenBy,
    delivery: deliveryOf(stated),
    why: undeliverable,
  };
}

/** Lines after `after`, oldest first, at most `most` of the newest; what belongs to nobody but the citizen is masked. */
export async function readLinesForStaff(
  executor: Executor,
  key: ConversationKey,
  page: { readonly after: number; readonly most: number },
): Promise<readonly StaffLine[]> {
  return (await readLinesWithState(executor, key, page)).map(showLine);
}

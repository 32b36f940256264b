import type { KnowledgeBase } from '../../knowledge/release.ts';
import { type ConversationKey, type Executor, type LineVersion, readLineVersions } from '../../store/index.ts';
import { maskCitizensWords, maskDesksWords } from './mask-words.ts';
import { readLinesWithState, type StatedLine } from './stated-line-store.ts';
import { wordsOf } from './words-of.ts';

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
  /** Whether who wrote it can correct it: it is a text, and not the correction of another. */
  readonly correctable: boolean;
  /** What it said before it was corrected, oldest first. */
  readonly versions: readonly { readonly text: string; readonly replacedAt: string }[];
  /** Why it will never arrive. */
  readonly why: string | null;
}

function deliveryOf({ channel, deliveredAt, undeliverable, line }: StatedLine): LineDelivery {
  if (channel === 'web' || line.from === 'citizen') return 'on_page';
  if (deliveredAt !== null) return 'delivered';
  return undeliverable === null ? 'waiting' : 'undeliverable';
}

/** What staff wrote stays as it is. */
function showWords({ line: { from, message } }: StatedLine, base: KnowledgeBase): string {
  const words = wordsOf(message);
  if (from === 'staff') return words;
  return from === 'citizen' ? maskCitizensWords(words) : maskDesksWords(words, base);
}

function showLine(stated: StatedLine, base: KnowledgeBase, versions: readonly LineVersion[]): StaffLine {
  const { line, writtenBy, undeliverable } = stated;
  return {
    seq: line.seq,
    at: line.at,
    from: line.from,
    text: showWords(stated, base),
    writtenBy,
    delivery: deliveryOf(stated),
    correctable: line.from === 'staff' && line.message.kind === 'text' && !line.message.corrects,
    versions: versions
      .filter(({ seq }) => seq === line.seq)
      .map(({ message, replacedAt }) => ({ text: wordsOf(message), replacedAt })),
    why: undeliverable,
  };
}

/** Lines after `after`, oldest first, at most `most` of the newest; what belongs to nobody but the citizen is masked. */
export async function readLinesForStaff(
  executor: Executor,
  key: ConversationKey,
  page: { readonly after: number; readonly most: number; readonly base: KnowledgeBase },
): Promise<readonly StaffLine[]> {
  const lines = await readLinesWithState(executor, key, page);
  const versions = await readLineVersions(executor, key, { after: page.after });
  return lines.map((line) => showLine(line, page.base, versions));
}

import type { TranscriptLine } from '../channel/desk.ts';
import type { ConversationId, MessageId, OutMessage } from '../channel/message.ts';
import type { ConversationState } from '../conversation/state.ts';
import { type Draft, draftSchema, PERSONAL_FIELDS } from '../requests/form/draft.ts';
import {
  type ConversationKey,
  type Executor,
  findRequestByDraft,
  readClaim,
  readLines,
  replaceLine,
} from '../store/index.ts';

type WithForm = ConversationState & { readonly form: NonNullable<ConversationState['form']> };

/** Whether a form that held personal data is gone after a turn. */
export function isDropped(before: ConversationState, after: ConversationState): before is WithForm {
  const { form } = before;
  if (form === null || form.draft.id === after.form?.draft.id) return false;
  return PERSONAL_FIELDS.some((field) => form.draft[field] !== undefined);
}

/** Number of the line the form began with; 0 when the message that opened it is long forgotten. */
async function findBeginning(executor: Executor, key: ConversationKey, draft: Draft): Promise<number> {
  // A draft's id is that of the message that opened the form.
  const claim = await readClaim(executor, {
    channel: key.channel,
    conversation: key.conversation as ConversationId,
    id: draft.id as MessageId,
  });
  return claim.kind === 'handled' ? claim.result.firstSeq : 0;
}

function asksForDraft(line: TranscriptLine | undefined): boolean {
  return line?.message.kind === 'text' && line.message.ask !== undefined && line.message.ask.field in draftSchema.shape;
}

/** The message with every value replaced wherever it stands, in texts, rows and labels alike. */
function eraseValues(message: OutMessage, values: readonly string[], erased: string): OutMessage {
  const erase = (text: string) => values.reduce((left, value) => left.replaceAll(value, erased), text);
  return JSON.parse(JSON.stringify(message), (_, value) => (typeof value === 'string' ? erase(value) : value));
}

/**
 * Erases from the transcript what was filled into a form that is dropped without filing: what the person answered to
 * its questions, and its values wherever the desk repeated them. A filed draft stays as it is.
 */
export async function forgetDraft(
  executor: Executor,
  key: ConversationKey,
  draft: Draft,
  erased: string,
): Promise<void> {
  if (await findRequestByDraft(executor, key, draft.id)) return;
  const values = [...PERSONAL_FIELDS, 'description' as const].flatMap((field) => draft[field]?.trim() || []);
  const beginning = await findBeginning(executor, key, draft);
  const lines = await readLines(executor, key, { after: beginning - 1 });
  for (const [index, line] of lines.entries()) {
    const answers = line.from === 'citizen' && asksForDraft(lines[index - 1]);
    const message: OutMessage = answers ? { kind: 'text', text: erased } : eraseValues(line.message, values, erased);
    if (JSON.stringify(message) !== JSON.stringify(line.message)) await replaceLine(executor, key, line.seq, message);
  }
}

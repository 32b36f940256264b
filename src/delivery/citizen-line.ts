import type { Choice, Inbound } from '../channel/message.ts';
import type { ConversationState } from '../conversation/state.ts';
import {
  type ConversationKey,
  type Executor,
  maskNumbersInText,
  type NewLine,
  readLatestLines,
} from '../store/index.ts';

/** How far back an old button is looked for. */
const LINES_BACK = 50;

/** The label of a button offered earlier than in the last reply. */
async function findOldLabel(executor: Executor, key: ConversationKey, value: string): Promise<string | undefined> {
  const lines = await readLatestLines(executor, key, LINES_BACK);
  const offered: readonly Choice[] = lines.flatMap(({ message }) =>
    message.kind === 'notice' ? [] : (message.choices ?? []),
  );
  return offered.find((choice) => choice.value === value)?.label;
}

async function describeBody(executor: Executor, key: ConversationKey, { body }: Inbound, state: ConversationState) {
  switch (body.kind) {
    case 'text':
      return body.text;
    case 'choice': {
      const offered = state.choices.find((choice) => choice.value === body.value)?.label;
      return offered ?? (await findOldLabel(executor, key, body.value)) ?? '…';
    }
    case 'file':
      return body.name;
    case 'unsupported':
      return `[${body.what}]`;
  }
}

/** A person's own line as the transcript keeps it: the label of a tapped button, and personal numbers masked. */
export async function writeCitizenLine(
  executor: Executor,
  key: ConversationKey,
  inbound: Inbound,
  state: ConversationState,
): Promise<NewLine> {
  const text = maskNumbersInText(await describeBody(executor, key, inbound, state));
  return { from: 'citizen', message: { kind: 'text', text } };
}

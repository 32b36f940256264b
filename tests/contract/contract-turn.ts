import type { OutMessage } from '../../src/channel/message.ts';
import { outcomeOf } from '../../src/conversation/outcome.ts';
import type { TurnFunction } from '../../src/conversation/turn-contract.ts';

/** Texts longer than any platform takes in one message, in the three ways lengths are counted. */
export const LONG_TEXTS: Readonly<Record<string, string>> = {
  ASCII: Array.from({ length: 900 }, (_, index) => `Sentence number ${index} of a long answer about disclosure. `).join(
    '',
  ),
  汉字: Array.from({ length: 900 }, (_, index) => `第${index}句：自收到申请之日起二十个工作日内答复。`).join(''),
  emoji: Array.from({ length: 3000 }, (_, index) => `👨‍👩‍👧‍👦${index}`).join(' '),
};

export function offer(count: number, label = '选项'): OutMessage {
  const choices = Array.from({ length: count }, (_, index) => ({
    value: `answer/pick-${index + 1}`,
    label: `${label}${index + 1}`,
  }));
  return { kind: 'text', text: '请选一项：', choices };
}

function reply(text: string, next: string): OutMessage {
  const [, count] = /^offer (\d+)$/u.exec(text) ?? [];
  return count === undefined ? { kind: 'text', text: next } : offer(Number(count));
}

/** Echoes with its turn's number, offers choices on `offer N`, and says which one came back. */
export function createContractTurn(isBroken: () => boolean): TurnFunction {
  return (state, input) => {
    if (input.kind === 'event') return { state, replies: [], effects: [], outcome: outcomeOf({ kind: 'help' }) };
    if (isBroken()) throw new Error('broken for now');
    const turns = state.turns + 1;
    const said = input.kind === 'text' ? input.text : input.kind === 'choice' ? input.value : input.kind;
    const chosen = state.choices.find(
      (choice, index) => said === choice.value || said === choice.label || said === String(index + 1),
    );
    const message = reply(said, chosen ? `选了 ${chosen.value}` : `${turns}: ${said}`);
    const choices = message.kind === 'notice' ? [] : [...(message.choices ?? [])];
    return {
      state: { ...state, turns, choices },
      replies: [message],
      effects: [],
      outcome: outcomeOf({ kind: 'help' }),
    };
  };
}

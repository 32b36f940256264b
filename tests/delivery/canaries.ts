import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import type { Draft } from '../../src/requests/form/draft.ts';
import { scriptedTurn } from './scripted-turn.ts';

type Whole = Required<Omit<Draft, 'notice'>>;

const DIGITS = '鸢鹃鹂鹧鸪鹦鹉鸳鸯鹬';

/** A number in characters that stand nowhere else: 12 is 鹃鹂 written eight long. */
function spellNumber(index: number): string {
  return String(index)
    .padStart(4, '0')
    .replaceAll(/\d/gu, (digit) => DIGITS[Number(digit)] ?? '');
}

/** The draft of one of many people; every personal value of it stands nowhere else in the world. */
export function makeCanary(index: number): Whole {
  const [word, digits] = [spellNumber(index), String(index).padStart(4, '0')];
  return {
    id: `d${index}`,
    applicant: 'person',
    name: `诸葛${word}`,
    documentKind: 'resident_id',
    documentNumber: `21010219900307${digits}`,
    contactName: `欧阳${word}`,
    phone: `1384098${digits}`,
    email: `canary.parrot${digits}@example.com`,
    address: `沈阳市和平区${word}胡同七号`,
    description: `${word}胡同拆迁补偿标准文件`,
    provision: 'paper',
    delivery: 'mail',
  };
}

/** What must be found nowhere. */
export function listSecrets(draft: Whole): string[] {
  const { name, documentNumber, contactName, phone, email, address, description } = draft;
  return [name, documentNumber, contactName, phone, email, address, description];
}

/** A turn that files the draft named and keeps it in its state and replies as well, as a form does; or fails over it. */
export const canaryTurn: TurnFunction = (state, input, ...rest) => {
  if (input.kind !== 'text') return scriptedTurn(state, input, ...rest);
  const [, verb, index] = /^(file|fail) (\d+)/u.exec(input.text) ?? [];
  const draft = makeCanary(Number(index ?? 0));
  const secrets = listSecrets(draft);
  if (verb === 'fail') throw new Error(`cannot handle ${draft.documentNumber} and ${draft.phone}`);
  return {
    ...scriptedTurn(state, input, ...rest),
    state: { ...state, form: { draft, step: 'review', paused: false, editing: false } },
    replies: [{ kind: 'card', title: draft.name, rows: secrets.map((value) => ({ label: '您填的', value })) }],
    effects: [{ kind: 'file_request', draft }],
  };
};

/** Ways bytes of a text may stand in a file. */
export function spell(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^\x20-\x7e]/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  // Base64 of a text inside a longer one depends on where it begins; the middle of each of the three does not.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(4, -4),
  );
  const words = [
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    escaped,
    encodeURIComponent(text),
    ...base64,
  ];
  const swapped = Buffer.from(text, 'utf16le').swap16();
  return [utf8, Buffer.from(text, 'utf16le'), swapped, ...words.map((word) => Buffer.from(word, 'latin1'))];
}

import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import type { Draft } from '../../src/requests/form/draft.ts';
import { scriptedTurn } from './scripted-turn.ts';

type Whole = Required<Omit<Draft, 'notice'>>;

/** Above it stand the values put in the place of the first ones. */
const CORRECTED = 5000;

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

/** How the same person is reached after having put it right; unique as well. */
export function makeCorrected(index: number): Pick<Whole, 'phone' | 'address'> {
  const { phone, address } = makeCanary(index + CORRECTED);
  return { phone, address };
}

/** What must be found nowhere of a person, from the first word to the archive. */
export function listAllSecrets(index: number): string[] {
  return [...listSecrets(makeCanary(index)), ...Object.values(makeCorrected(index))];
}

/** What must be found nowhere of a draft. */
export function listSecrets(draft: Whole): string[] {
  const { name, documentNumber, contactName, phone, email, address, description } = draft;
  return [name, documentNumber, contactName, phone, email, address, description];
}

/** A turn that files the draft named and keeps it in its state and replies as well, as a form does; or fails over it. */
export const canaryTurn: TurnFunction = (state, input, ...rest) => {
  const speak = () => scriptedTurn(state, input, ...rest);
  if (input.kind === 'event' && input.event.kind === 'request_filed') {
    const { view, secret } = input.event;
    const tracking = { number: view.number, secret: secret ?? '', wants: 'supplement', waits: 'text' } as const;
    return { ...speak(), state: { ...state, tracking } };
  }
  if (input.kind === 'file') {
    const { number = '', secret = '' } = state.tracking ?? {};
    return { ...speak(), effects: [{ kind: 'attach_file', number, secret, file: input }] };
  }
  if (input.kind !== 'text') return speak();
  const [, verb, index] = /^(file|fail) (\d+)/u.exec(input.text) ?? [];
  const draft = makeCanary(Number(index ?? 0));
  const secrets = listSecrets(draft);
  if (verb === 'fail') throw new Error(`cannot handle ${draft.documentNumber} and ${draft.phone}`);
  return {
    ...speak(),
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

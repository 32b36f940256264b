/** About what is kept of the person: show it, delete it, delete it after all, let it be. */
export type MyDataAction = 'show' | 'correct' | 'erase' | 'confirm' | 'keep';

/** Buttons of a dialogue about a request filed: withdraw it after all, let it be, or leave the dialogue. */
export type TrackingAction = 'confirm' | 'keep' | 'stop';

/** What somebody who waits for a person can leave for the staff. */
export type Leaving = 'message' | 'contact';

/** How content somebody is with an answer or with how a request went; `level` null asks for it. */
export interface RateCommand {
  readonly do: 'rate';
  readonly of: 'answer' | 'case';
  /** Id of the answer, or number of the request. */
  readonly subject: string;
  /** First digits of the release's hash the answer came from. */
  readonly release: string | null;
  readonly level: number | null;
}

/**
 * What a button means. Encoded as the choice's value, so that a tap, the number typed and the label typed
 * all arrive as the same command, today and after a restart.
 */
export type Command =
  | { readonly do: 'answer'; readonly id: string; readonly year: number | null }
  | { readonly do: 'figure'; readonly id: string; readonly year: number }
  | { readonly do: 'refer'; readonly matter: string; readonly place: string | null }
  | { readonly do: 'request'; readonly about: string | null }
  | { readonly do: 'form'; readonly action: string }
  /** Go on with the form on the desk's own page; with a token: take up there what was begun in a chat. */
  | { readonly do: 'hand-over'; readonly token: string | null }
  | { readonly do: 'my-data'; readonly action: MyDataAction }
  | RateCommand
  /** Of a request answered: an outline for contesting it; its text for the authority the answer names. */
  | { readonly do: 'remedy' | 'carry'; readonly number: string }
  | { readonly do: 'tracking'; readonly action: TrackingAction }
  | { readonly do: 'leave'; readonly what: Leaving }
  | { readonly do: 'track' | 'withdraw' | 'supplement' | 'person' | 'help' | 'topics' };

export function encodeCommand(command: Command): string {
  switch (command.do) {
    case 'answer':
      return command.year === null ? `answer/${command.id}` : `answer/${command.id}/${command.year}`;
    case 'figure':
      return `figure/${command.year}/${command.id}`;
    case 'refer':
      return command.place === null ? `refer/${command.matter}` : `refer/${command.matter}/${command.place}`;
    case 'request':
      return command.about === null ? 'request' : `request/${command.about}`;
    case 'form':
      return `form/${command.action}`;
    case 'hand-over':
      return command.token === null ? 'hand-over' : `hand-over/${command.token}`;
    case 'my-data':
      return `my-data/${command.action}`;
    case 'leave':
      return `leave/${command.what}`;
    case 'remedy':
    case 'carry':
      return `${command.do}/${command.number}`;
    case 'rate': {
      const { of, subject, release, level } = command;
      const about = of === 'answer' ? [subject, release ?? ''] : [subject];
      return ['rate', of, ...about, ...(level === null ? [] : [level])].join('/');
    }
    case 'tracking':
      return `tracking/${command.action}`;
    default:
      return command.do;
  }
}

const PLAIN = new Set(['track', 'withdraw', 'supplement', 'person', 'help', 'topics']);

const MY_DATA: readonly MyDataAction[] = ['show', 'correct', 'erase', 'confirm', 'keep'];

/** Four digits as a year, anything else as none. */
function readYear(text: string): number | null {
  return /^\d{4}$/u.test(text) ? Number(text) : null;
}

function readRate([, of, subject = '', ...rest]: readonly string[]): RateCommand | undefined {
  if ((of !== 'answer' && of !== 'case') || subject === '') return undefined;
  const [release = '', level] = of === 'answer' ? rest : ['', ...rest];
  if (level !== undefined && !/^[1-5]$/u.test(level)) return undefined;
  return { do: 'rate', of, subject, release: release || null, level: level === undefined ? null : Number(level) };
}

/** The command a value stands for; undefined for a value this version does not know (an old or forged button). */
export function decodeCommand(value: string): Command | undefined {
  const [head = '', first = '', second = ''] = value.split('/');
  if (PLAIN.has(head)) return { do: head as 'track' };
  if (head === 'answer' && first) return { do: 'answer', id: first, year: readYear(second) };
  if (head === 'figure' && /^\d{4}$/u.test(first) && second) return { do: 'figure', year: Number(first), id: second };
  if (head === 'refer' && first) return { do: 'refer', matter: first, place: second || null };
  if ((head === 'remedy' || head === 'carry') && first) return { do: head, number: first };
  if (head === 'rate') return readRate(value.split('/'));
  if (head === 'request') return { do: 'request', about: first || null };
  if (head === 'tracking' && (first === 'confirm' || first === 'keep' || first === 'stop'))
    return { do: head, action: first };
  const own = MY_DATA.find((action) => action === first);
  if (head === 'my-data' && own) return { do: head, action: own };
  if (head === 'leave' && (first === 'message' || first === 'contact')) return { do: head, what: first };
  if (head === 'hand-over') return { do: head, token: first || null };
  if (head === 'form' && first) return { do: 'form', action: value.slice('form/'.length) };
  return undefined;
}

import type { Ending, History, Operation } from './history.ts';

export interface Findings {
  /** Acknowledged, or told to a person, and not there in the end. */
  readonly lost: readonly string[];
  /** Happened twice in the desk: a message handled, a request filed, a number given. */
  readonly duplicate: readonly string[];
  /** There though nobody asked for it, or out of order. */
  readonly unexpected: readonly string[];
  /** Parts the platform was handed more than once under one key: allowed, and known to it by the key. */
  readonly repeated: number;
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

const nameOf = ({ conversation, id }: { readonly conversation: string; readonly id: string }) =>
  `${conversation}/${id}`;
const only = <Kind extends Operation['kind']>(history: History, kind: Kind) =>
  history.filter((operation): operation is Of<Kind> => operation.kind === kind);

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, key);
}

/** What was acknowledged is kept and handled, once. */
function checkMessages(history: History, { messages, lines }: Ending): Omit<Findings, 'repeated'> {
  const stored = new Map(messages.map((message) => [nameOf(message), message]));
  const delivered = only(history, 'deliver');
  const sent = new Set(delivered.map(nameOf));
  const acked = new Set(delivered.filter(({ how }) => how === 'acked').map(nameOf));
  const lost = [...acked].flatMap((name) => {
    const found = stored.get(name);
    if (!found) return [`message ${name} was acknowledged and is not there`];
    return found.handled ? [] : [`message ${name} was acknowledged and never handled`];
  });
  const duplicate: string[] = [];
  const said = groupBy(
    lines.filter(({ from }) => from === 'citizen'),
    ({ conversation }) => conversation,
  );
  for (const [conversation, handled] of groupBy(
    messages.filter((message) => message.handled),
    (each) => each.conversation,
  )) {
    const many = said.get(conversation)?.length ?? 0;
    if (many > handled.length) duplicate.push(`${conversation} holds ${many} lines of ${handled.length} messages`);
    if (many < handled.length) lost.push(`${conversation} holds ${many} lines of ${handled.length} messages`);
  }
  const unexpected = [...stored.keys()]
    .filter((name) => !sent.has(name))
    .map((name) => `message ${name} was never sent`);
  return { lost, duplicate, unexpected };
}

/** Every line of the desk reached the person, in order. */
function checkLines(history: History, { lines }: Ending): Omit<Findings, 'duplicate'> {
  const taken = only(history, 'send').filter((send) => send.taken);
  const byKey = groupBy(taken, ({ key }) => key);
  const carried = new Set(
    only(history, 'deliver').flatMap(({ conversation, carried: texts }) =>
      texts.map((text) => `${conversation}/${text}`),
    ),
  );
  const own = lines.filter(({ from }) => from !== 'citizen');
  const lost = own.flatMap(({ conversation, seq, key, state, text }) => {
    if (state === 'owed') return [`line ${conversation}/${seq} is still owed`];
    if (state === 'undeliverable') return [`line ${conversation}/${seq} was given up`];
    return byKey.has(key) || carried.has(`${conversation}/${text}`)
      ? []
      : [`line ${conversation}/${seq} counts as delivered and never arrived`];
  });
  const seqOf = new Map(own.map(({ key, seq }) => [key, seq]));
  const unexpected: string[] = [];
  for (const [conversation, sends] of groupBy(taken, (each) => each.conversation)) {
    const seen = new Set<string>();
    let last = 0;
    for (const { key } of sends) {
      const seq = seqOf.get(key);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seq === undefined) unexpected.push(`${conversation} was sent something no line says`);
      else if (seq < last) unexpected.push(`${conversation} was sent line ${seq} after line ${last}`);
      else last = seq;
    }
  }
  return { lost, unexpected, repeated: taken.length - byKey.size };
}

/** Every request somebody was told of is there, once, and numbers have no gaps. */
function checkRequests(history: History, { requests, deviations }: Ending): Omit<Findings, 'repeated'> {
  const numbers = new Set(requests.map(({ number }) => number));
  const lost = only(history, 'filed')
    .filter(({ number }) => !numbers.has(number))
    .map(({ number }) => `${number} was told and is not there`);
  const duplicate: string[] = [];
  for (const [conversation, own] of groupBy(requests, (request) => request.conversation))
    if (own.length > 1) duplicate.push(`${conversation} has ${own.length} requests`);
  if (numbers.size < requests.length) duplicate.push('a number was given twice');
  const unexpected = deviations.map((deviation) => `a case is not what its events say: ${deviation}`);
  for (const [year, own] of groupBy(requests, ({ number }) => number.slice(0, number.lastIndexOf('-')))) {
    const last = Math.max(...own.map(({ number }) => Number(number.slice(number.lastIndexOf('-') + 1))));
    if (last !== own.length) unexpected.push(`${year} has ${own.length} requests and numbers up to ${last}`);
  }
  return { lost, duplicate, unexpected };
}

/** Of colleagues who acted on a case at the same event one won, whose act is in the log, and nobody else's. */
function checkStaff(history: History, { acts }: Ending): Omit<Findings, 'repeated'> {
  const raced = only(history, 'staff');
  const name = (number: string, seq: number, who: string) => `${number}/${seq} of ${who}`;
  const logged = new Set(acts.map(({ number, seq, who }) => name(number, seq, who)));
  const won = raced.filter(({ how }) => how === 'won');
  const lost = won
    .map(({ number, version, who }) => name(number, version + 1, who))
    .filter((act) => !logged.has(act))
    .map((act) => `the act ${act} was done and is not there`);
  const duplicate = [...groupBy(won, ({ number, version }) => `${number}/${version + 1}`)]
    .filter(([, winners]) => winners.length > 1)
    .map(([event, winners]) => `${winners.length} colleagues did ${event}`);
  const tried = new Set(
    raced.filter(({ how }) => how !== 'lost').map(({ number, version, who }) => name(number, version + 1, who)),
  );
  const unexpected = [...logged]
    .filter((act) => !tried.has(act))
    .map((act) => `the act ${act} was refused and is there`);
  return { lost, duplicate, unexpected };
}

/** What is wrong with a copy: something told before it began is missing, something is twice or half there. */
export function checkCopy(history: History, ending: Ending): readonly string[] {
  const { lost, duplicate, unexpected } = checkRequests(history, ending);
  const messages = checkMessages([], ending);
  return [...lost, ...duplicate, ...unexpected, ...messages.lost, ...messages.duplicate].map(
    (what) => `in a copy: ${what}`,
  );
}

/** Compares what was seen from outside with what is stored in the end. */
export function checkHistory(history: History, ending: Ending): Findings {
  const [messages, lines, requests, staff] = [
    checkMessages(history, ending),
    checkLines(history, ending),
    checkRequests(history, ending),
    checkStaff(history, ending),
  ];
  return {
    lost: [...messages.lost, ...lines.lost, ...requests.lost, ...staff.lost],
    duplicate: [...messages.duplicate, ...requests.duplicate, ...staff.duplicate],
    unexpected: [...messages.unexpected, ...lines.unexpected, ...requests.unexpected, ...staff.unexpected],
    repeated: lines.repeated,
  };
}

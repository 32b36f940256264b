import { type Day, dayOf } from '../day.ts';
import type { AuthorityProfile } from '../knowledge/schema/authority.ts';
import { type DocumentFacts, documentFactsSchema } from '../requests/documents/index.ts';
import { type CaseEvent, type CaseView, computeFee, type Fields, type ReckonedClock } from '../requests/index.ts';
import type { StoredDocument } from '../store/index.ts';
import { type Documented, factsOfRequest, mergeFacts } from './facts-of-request.ts';

/** A case as its documents are made from it. */
export interface DocumentedCase {
  readonly request: Documented;
  readonly view: CaseView;
  /** The clocks with their last days. */
  readonly clocks: readonly ReckonedClock[];
  /** Last day to answer before the event that makes the document: an extension tells both. */
  readonly dueBefore?: Day | null | undefined;
  /** Name of a person by the id events hold. Default: the id. */
  readonly nameOf?: ((id: string) => string) | undefined;
  /** Documents made before, oldest first: later letters name their numbers. */
  readonly made: readonly Pick<StoredDocument, 'kind' | 'documentNumber' | 'madeAt'>[];
}

type Group = Readonly<Record<string, unknown>>;
type Given = Partial<Record<keyof DocumentFacts, Group>>;

/** A request spoken in person is received as one handed in (711号令 art. 29, 31). */
const RECEIVED_BY: Readonly<Record<string, string>> = { oral: 'in_person' };
const CHANNELS: Readonly<Record<string, string>> = {
  in_person: 'in_person',
  oral: 'oral',
  telephone: 'oral',
  signed_mail: 'mail',
  plain_mail: 'mail',
  fax: 'fax',
};

function pick(fields: Fields | undefined, names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (fields?.[name] === undefined ? [] : [[name, fields[name]]])));
}

/** Number and day of the latest document of these kinds. */
function findMade({ made }: DocumentedCase, kinds: readonly string[]) {
  const found = made.findLast(({ kind }) => kinds.includes(kind));
  return found ? { number: found.documentNumber ?? undefined, on: dayOf(new Date(found.madeAt)) } : {};
}

function describeFee(event: CaseEvent | undefined, payBy: Day | undefined): Group {
  const { standard, count } = event?.fields ?? {};
  if (typeof count !== 'number') return {};
  const fee = computeFee(standard === 'item' ? 'item' : 'volume', count);
  const steps = fee.steps.map(({ from, to, ...step }) => ({
    range: from === to ? `${from}` : `${from}—${to}`,
    ...step,
  }));
  return { standard: fee.standard, count, amount: fee.amount, steps, payBy, ...pick(event?.fields, ['payTo']) };
}

function describeConsultation(one: DocumentedCase): Group {
  const { consulted, third_party_told: told } = one.view.last;
  const letter = findMade(one, ['third-party-inquiry', 'authority-inquiry']);
  return {
    ...pick(consulted?.fields, ['of', 'party', 'information', 'sentOn']),
    ...pick(told?.fields, ['party', 'information']),
    reason: consulted?.fields.concern,
    ...letter,
  };
}

function describeDecision({ last }: CaseView): Group {
  const told = last.third_party_told?.fields;
  const drafted = last.drafted?.fields ?? {};
  return told ? { ...drafted, reason: told.reason, provided: drafted.provided ?? told.information } : drafted;
}

/** The authority addressed: its own, or the one a requester turns to anew with the same text. */
function describeAuthority({ view }: DocumentedCase): Group {
  const { readdressed, drafted } = view.last;
  return readdressed?.seq === view.version ? { name: drafted?.fields.authority } : {};
}

function leaveOut(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
}

/** What a case tells its documents, by the events that happened. What it does not know is left out. */
export function factsOfCase(one: DocumentedCase, profile: AuthorityProfile, on: Day): DocumentFacts {
  const { request, view, clocks } = one;
  const { last } = view;
  const dueOf = (id: string) => clocks.find((clock) => clock.id === id)?.due;
  const due = dueOf('statutory');
  const nameOf = (event: CaseEvent | undefined) => event && (one.nameOf ?? String)(event.by);
  const known = factsOfRequest(
    { ...request, receivedOn: view.receivedOn, dueOn: one.dueBefore ?? due ?? null },
    profile,
    on,
  );
  const given: Given = {
    authority: describeAuthority(one),
    request: view.receivedOn === null ? {} : { receivedBy: RECEIVED_BY[view.way] ?? view.way },
    clarification: {
      ...pick(last.clarification_asked?.fields, ['unclear', 'supply']),
      until: dueOf('clarification_answer'),
      ...findMade(one, ['clarification']),
    },
    extension: {
      ...pick(last.extended?.fields, ['reason']),
      approver: nameOf(last.extended),
      dueOn: last.extended && due,
    },
    consultation: describeConsultation(one),
    excess: {
      ...pick(last.reasons_asked?.fields, ['facts']),
      until: dueOf('reasons'),
      ...findMade(one, ['reasons-request']),
      ...pick(last.delayed?.fields, ['dueOn', 'reason']),
    },
    fee: describeFee(last.fee_noticed, dueOf('fee_payment')),
    handling: {
      channel: CHANNELS[view.way],
      form: last.clarification_asked && !last.clarified ? 'incomplete' : 'complete',
      ...pick(last.proposed?.fields, ['jurisdiction', 'proposal']),
      clerk: nameOf(last.proposed),
      on: last.proposed?.on,
    },
    assignment: {
      ...pick(last.assigned?.fields, ['unit', 'matter', 'supply', 'returnBy']),
      clerk: nameOf(last.assigned),
      on: last.assigned?.on,
    },
    decision: describeDecision(view),
  };
  const told = Object.fromEntries(Object.entries(given).map(([group, values]) => [group, leaveOut(values)]));
  return documentFactsSchema.parse(mergeFacts(known, told as Partial<DocumentFacts>));
}

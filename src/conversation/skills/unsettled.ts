import type { Choice } from '../../channel/message.ts';
import { citeSource } from '../../knowledge/cite.ts';
import type { Source } from '../../knowledge/schema/base.ts';
import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { chooseVersions } from './answer.ts';
import { isListed } from './approval.ts';

function offerRequestOrPerson(context: TurnContext): Choice[] {
  return [
    { value: encodeCommand({ do: 'request', about: null }), label: context.say('conversation.choice_request') },
    { value: encodeCommand({ do: 'person' }), label: context.say('conversation.choice_person') },
  ];
}

/** Title of a candidate such as `answer/deadline`, as a button; undefined when it may not be offered. */
function offerCandidate(context: TurnContext, candidate: string, year: number | null): Choice | undefined {
  const [kind = '', id = ''] = candidate.split('/');
  const { base } = context.release;
  if (kind === 'answer') {
    const answer = base.answers.find((each) => each.id === id);
    const title = context.state.locale === 'en' ? (answer?.en?.title ?? answer?.title) : answer?.title;
    return title ? { value: encodeCommand({ do: 'answer', id, year }), label: title } : undefined;
  }
  if (kind === 'matter') {
    const matter = base.matters.find((each) => each.id === id);
    return (
      matter && {
        value: encodeCommand({ do: 'refer', matter: id, place: null }),
        label: context.say('conversation.choice_matter', { matter: matter.title }),
      }
    );
  }
  const report = base.reports.find((each) => each.figures.some((figure) => figure.id === id));
  const figure = report?.figures.find((each) => each.id === id);
  return (
    report &&
    figure && {
      value: encodeCommand({ do: 'figure', id, year: report.year }),
      label: `${report.year} ${figure.metric}`,
    }
  );
}

function previewMatter(context: TurnContext, id: string): string[] {
  const matter = context.release.base.matters.find((each) => each.id === id);
  const kind = context.release.base.kinds.find((each) => each.id === matter?.kind);
  const title = context.state.locale === 'en' ? (matter?.en ?? matter?.title) : matter?.title;
  return title && kind ? [context.say('conversation.preview', { title, answer: kind.name })] : [];
}

/** The short answer behind an offer, so that most people need not tap at all. */
function previewCandidate(context: TurnContext, candidate: string, year: number | null): string[] {
  const [kind = '', id = ''] = candidate.split('/');
  if (kind === 'matter') return previewMatter(context, id);
  // What a person has to look at first is offered by its title alone.
  if (kind !== 'answer' || isListed(context.release.base, kind, id)) return [];
  const entry = context.release.base.answers.find((each) => each.id === id);
  const years = year === null ? [] : [year];
  const version =
    entry && (chooseVersions(entry, years, context.today)[0] ?? chooseVersions(entry, [], context.today)[0]);
  if (!entry || !version) return [];
  const english = context.state.locale === 'en' ? entry.en : undefined;
  return [
    context.say('conversation.preview', {
      title: english?.title ?? entry.title,
      answer: english?.answer ?? version.answer,
    }),
  ];
}

export interface CandidatesWanted {
  /** With their kinds: `answer/…`, `matter/…`. */
  readonly ids: readonly string[];
  readonly confidence: number;
  /** Year the question speaks of: the rules of that time are previewed. */
  readonly year: number | null;
}

/** "Did you mean": up to three candidates with their short answers, as buttons for the whole, and a way out. */
export function offerCandidates(context: TurnContext, wanted: CandidatesWanted): SkillResult {
  const { ids, confidence, year } = wanted;
  const offered = ids.flatMap((id) => offerCandidate(context, id, year) ?? []);
  const text = [
    context.say('conversation.did_you_mean'),
    ...ids.flatMap((id) => previewCandidate(context, id, year)),
  ].join('\n');
  const person = { value: encodeCommand({ do: 'person' }), label: context.say('conversation.choice_person') };
  return {
    replies: [{ kind: 'text', text, choices: [...offered, person] }],
    outcome: outcomeOf({ kind: 'clarify', id: null, confidence, alternatives: ids }),
  };
}

/** Says that it does not know, and what can be done instead. The question is kept for the editors. */
export function admitUnknown(context: TurnContext, question: string, nearest: string | null): SkillResult {
  return {
    replies: [{ kind: 'text', text: context.say('conversation.unknown'), choices: offerRequestOrPerson(context) }],
    outcome: outcomeOf({ kind: 'none' }),
    effects: [{ kind: 'record_unanswered', question, nearest }],
  };
}

const DOCUMENT_SOURCES: readonly Source[] = [
  { law: 'ogi-2019', article: 10 },
  { law: 'ogi-2019', article: 27 },
];
const COMPLAINT_SOURCES: readonly Source[] = [
  { law: 'ogi-2019', article: 39 },
  { law: 'petition-2022', article: 17 },
];

/** Somebody wants papers shown, and nothing tells whose: who made it discloses it; look first, then apply there. */
export function adviseDocument(context: TurnContext, confidence: number): SkillResult {
  const sources = DOCUMENT_SOURCES.map((source) => citeSource(source, context.release.base));
  return {
    replies: [
      { kind: 'text', text: context.say('conversation.document'), sources, choices: offerRequestOrPerson(context) },
    ],
    outcome: outcomeOf({ kind: 'answer', id: 'document-wanted', sources, confidence }),
  };
}

/** Somebody wants something put right: that is a petition, not a request; its channels are told (711 art. 39(1)). */
export function adviseComplaint(context: TurnContext, confidence: number): SkillResult {
  const sources = COMPLAINT_SOURCES.map((source) => citeSource(source, context.release.base));
  return {
    replies: [
      { kind: 'text', text: context.say('conversation.complaint'), sources, choices: offerRequestOrPerson(context) },
    ],
    outcome: outcomeOf({ kind: 'answer', id: 'complaint-channel', sources, confidence }),
  };
}

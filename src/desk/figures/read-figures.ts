import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import {
  countFiled,
  countInquiries,
  countLevels,
  countReferrals,
  countTopics,
  countVoices,
  type Period,
  readAnswered,
  readVisitTimes,
} from './figures-store.ts';
import { share, shareMonths, spread, sum, sumBy } from './summarise.ts';

const TOPICS = 20;
/** Channel of requests that came on paper or at the counter. */
const OFFLINE = 'desk';
/** Outcomes that are inquiries; help, greetings and the steps of a form are not. */
export const INQUIRIES: ReadonlySet<string> = new Set([
  'answer',
  'figure',
  'referral',
  'status',
  'person',
  'clarify',
  'none',
]);
const DAY_MS = 86_400_000;

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Titles of what ids stand for, as the knowledge names them now. */
export function titlesOf({ answers, matters, reports, published }: KnowledgeBase): ReadonlyMap<string, string> {
  return new Map([
    ...answers.map(({ id, title }) => [id, title] as const),
    ...matters.map(({ id, title }) => [id, title] as const),
    ...published.metrics.map(({ id, metric }) => [`published/${id}`, metric] as const),
    ...reports.flatMap(({ figures }) => figures.map(({ id, metric }) => [id, metric] as const)),
  ]);
}

/** What was asked about in a period, most first, by the titles of now. */
export async function readTopics(executor: Executor, base: KnowledgeBase, period: Period, most: number) {
  const titles = titlesOf(base);
  const topics = await countTopics(executor, period, most);
  return topics.map(({ kind, name, count }) => ({ kind, id: name, title: titles.get(name) ?? name, count }));
}

/** Inquiries and visits to a person in a period; null where the desk counted nothing at all. */
export async function readWork(executor: Executor, period: Period) {
  const inquiries = (await countInquiries(executor, period)).filter(({ kind }) => INQUIRIES.has(kind));
  if (inquiries.length === 0) return { inquiries: null, handOvers: null };
  const asked = (await countVoices(executor, period)).filter(({ person }) => person);
  return { inquiries: sum(inquiries), handOvers: sum(asked) };
}

/**
 * How a period went. `containment`: of all conversations, by day, the share in which nobody asked for a person;
 * `instead`: those set on filing who chose to read what is published, and `deflected` those of them who did not file;
 * times in minutes for conversations and in days for requests.
 */
export async function readFigures(executor: Executor, base: KnowledgeBase, period: Period) {
  const all = await countInquiries(executor, period);
  const inquiries = all.filter(({ kind }) => INQUIRIES.has(kind));
  const voices = await countVoices(executor, period);
  const visits = await readVisitTimes(executor, period);
  const answered = await readAnswered(executor, period);
  const filed = await countFiled(executor, period);
  const levels = await countLevels(executor, period);
  const dated = answered.filter(({ dueOn }) => dueOn !== null);
  const onTime = dated.filter(({ dueOn, answeredOn }) => (answeredOn ?? '') <= (dueOn ?? ''));
  const insteads = voices.filter(({ instead }) => instead);
  return {
    inquiries: sum(inquiries),
    conversations: sum(voices),
    containment: share(sum(voices.filter(({ person }) => !person)), sum(voices)),
    instead: sum(insteads),
    deflected: sum(insteads.filter((voice) => !voice.filed)),
    unanswered: share(sum(inquiries.filter(({ kind }) => kind === 'none')), sum(inquiries)),
    filed: sum(filed),
    answered: answered.length,
    onTime: share(onTime.length, dated.length),
    satisfied: share(sum(levels.filter(({ level }) => level >= 4)), sum(levels)),
    firstReply: spread(visits.map(({ firstReply }) => firstReply)),
    visitTotal: spread(visits.map(({ total }) => total)),
    requestDays: spread(answered.map(({ receivedOn, answeredOn }) => daysBetween(receivedOn, answeredOn))),
    byDay: sumBy(inquiries, ({ day }) => day).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    byKind: sumBy(inquiries, ({ kind }) => kind),
    referrals: [...(await countReferrals(executor, period))],
    topics: await readTopics(executor, base, period, TOPICS),
    ratings: sumBy(levels, ({ level }) => String(level)).toSorted((a, b) => (a.name > b.name ? -1 : 1)),
    inquiryMonths: shareMonths(inquiries, OFFLINE),
    filedMonths: shareMonths(filed, OFFLINE),
  };
}
export type Figures = Awaited<ReturnType<typeof readFigures>>;

import type { CitedSource, OutMessage } from '../../channel/message.ts';
import type { Day } from '../../day.ts';
import { citeSource } from '../../knowledge/cite.ts';
import type { AnswerVersion } from '../../knowledge/schema/answer.ts';
import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { offerRating } from './rate.ts';

export interface AnswerWanted {
  readonly id: string;
  readonly confidence: number;
  /** Years the question speaks of; the rules of that time are given. Empty for today. */
  readonly years?: readonly number[];
  readonly alternatives?: readonly string[];
}

type Entry = TurnContext['release']['base']['answers'][number];

function holdsOn(version: AnswerVersion, day: Day): boolean {
  return version.from <= day && (version.to === undefined || day <= version.to);
}

/** Versions in force at any time of the years asked about, oldest first; today's when no year is named. */
export function chooseVersions(entry: Entry, years: readonly number[], today: Day): readonly AnswerVersion[] {
  const current = entry.versions.filter((version) => holdsOn(version, today));
  if (!years.length) return current;
  const past = entry.versions.filter((version) =>
    years.some((year) => version.from <= `${year}-12-31` && (version.to ?? '9999-12-31') >= `${year}-01-01`),
  );
  return past.length ? past.toSorted((a, b) => (a.from < b.from ? -1 : 1)) : [];
}

function writePeriod(version: AnswerVersion, context: TurnContext): string {
  return version.to === undefined
    ? context.say('conversation.in_force_since', { from: version.from })
    : context.say('conversation.in_force_between', { from: version.from, to: version.to });
}

function writeVersion(entry: Entry, version: AnswerVersion, context: TurnContext): string {
  const current = version.to === undefined || version.to >= context.today;
  if (context.state.locale === 'en' && entry.en && current) {
    return [entry.en.answer, entry.en.detail].filter(Boolean).join('\n');
  }
  return [version.answer, version.detail].filter(Boolean).join('\n').trim();
}

function offerNext(entry: Entry, context: TurnContext): { value: string; label: string }[] {
  const { answers } = context.release.base;
  const related = entry.related.flatMap((id) => answers.find((each) => each.id === id) ?? []).slice(0, 2);
  const titles = related.map((each) => ({
    value: encodeCommand({ do: 'answer', id: each.id, year: null }),
    label: context.state.locale === 'en' && each.en ? each.en.title : each.title,
  }));
  if (entry.next === 'request') {
    titles.push({
      value: encodeCommand({ do: 'request', about: null }),
      label: context.say('conversation.choice_request'),
    });
  }
  if (entry.next === 'track' || entry.next === 'person') {
    titles.push({ value: encodeCommand({ do: entry.next }), label: context.say(`conversation.choice_${entry.next}`) });
  }
  return titles;
}

function collectSources(versions: readonly AnswerVersion[], context: TurnContext): CitedSource[] {
  return versions.flatMap((version) => version.sources.map((source) => citeSource(source, context.release.base)));
}

/** That the rules of a year are not on file, and since when there are any when it lies before them all. */
function sayNotOnFile(entry: Entry, year: number, context: TurnContext): string {
  const [earliest = ''] = entry.versions.map(({ from }) => from).toSorted();
  return `${year}-12-31` < earliest
    ? context.say('conversation.rules_begin', { year, from: earliest })
    : context.say('conversation.rules_not_on_file', { year });
}

/** Gives a curated answer in the version that was in force at the time asked about. Undefined for an unknown id. */
export function giveAnswer(context: TurnContext, wanted: AnswerWanted): SkillResult | undefined {
  const entry = context.release.base.answers.find((each) => each.id === wanted.id);
  if (!entry) return undefined;
  const years = wanted.years ?? [];
  const chosen = chooseVersions(entry, years, context.today);
  const versions = chosen.length ? chosen : chooseVersions(entry, [], context.today);
  const shown = versions.length ? versions : entry.versions.slice(0, 1);
  const dated =
    shown.length > 1 || (years.length > 0 && chosen.length > 0 && shown.some((version) => version.to !== undefined));
  const parts = shown.map((version) => {
    const text = writeVersion(entry, version, context);
    return dated ? `${writePeriod(version, context)}\n${text}` : text;
  });
  const notOnFile = years.length > 0 && chosen.length === 0 ? [sayNotOnFile(entry, years[0] ?? 0, context)] : [];
  const sources = collectSources(shown, context);
  const reply: OutMessage = {
    kind: 'text',
    text: [...notOnFile, ...parts].join('\n\n'),
    sources,
    choices: [...offerNext(entry, context), offerRating(context, entry.id)],
  };
  const year = years[0];
  return {
    replies: [reply],
    outcome: outcomeOf({
      kind: 'answer',
      id: entry.id,
      sources,
      confidence: wanted.confidence,
      alternatives: wanted.alternatives ?? [],
    }),
    state: { topic: { kind: 'answer', id: entry.id, ...(year === undefined ? {} : { year }) } },
  };
}

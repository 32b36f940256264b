import type { PlaceMention } from '../jurisdiction/index.ts';
import type { Intent } from '../knowledge/schema/intent.ts';
import { asksToApply } from '../requests/index.ts';
import type { SkillResult, TurnContext } from './skill.ts';
import { giveAnswer } from './skills/answer.ts';
import { markForApproval } from './skills/approval.ts';
import { answerDeadlineQuestion } from './skills/deadline.ts';
import { answerFigure } from './skills/figure.ts';
import { startFiling } from './skills/file.ts';
import { giveHelp } from './skills/help.ts';
import { meetIntent } from './skills/intent.ts';
import { askForPerson } from './skills/person.ts';
import { answerPublished } from './skills/published.ts';
import { referTo } from './skills/refer.ts';
import { startTracking } from './skills/track.ts';
import { admitUnknown, adviseComplaint, adviseDocument, offerCandidates } from './skills/unsettled.ts';
import type { Topic } from './state.ts';
import { type Decision, decide } from './understand/decide.ts';
import { findDecidedIntent } from './understand/decided-intent.ts';
import { type FigureQuery, readFigureQuery } from './understand/figure-query.ts';
import { keepPlace, readFollowUp } from './understand/follow-up.ts';
import { type Heard, hear } from './understand/hear.ts';
import { readPublishedQuery } from './understand/published-query.ts';
import { findFigureBeside, settleInPassing } from './understand/settle-in-passing.ts';
import { splitAtCommas, splitQuestions } from './understand/split-questions.ts';
import type { WishKind } from './understand/wish.ts';

/** The place a message names, when it names one that exists; homonyms come back as candidates to ask about. */
function choosePlace(places: readonly PlaceMention[]) {
  const named = places.filter((place) => place.kind === 'named');
  const settled = named.find((place) => place.candidates.length === 1);
  const [first] = named;
  return {
    place: settled?.candidates[0]?.code ?? null,
    candidates: settled ? [] : (first?.candidates ?? []),
    anonymous: places.some((place) => place.kind === 'anonymous'),
  };
}

/** The place a message is counted for: of homonyms the one at home is meant, as far as counts go. */
function placeCounted({ places }: Heard, { release }: TurnContext): string | null {
  const { place, candidates } = choosePlace(places);
  const [nearest] = candidates;
  const { place: home } = release.base.profile;
  return place ?? (nearest && home && nearest.code.startsWith(home) ? nearest.code : null);
}

function startIntent(context: TurnContext, intent: Intent, heard: Heard, confidence: number): SkillResult {
  switch (intent.does) {
    case 'request':
      return startFiling(context, { about: heard.text });
    case 'track':
      return startTracking(context, 'status');
    case 'withdraw':
    case 'supplement':
      return startTracking(context, intent.does);
    case 'person':
      return askForPerson(context);
    case 'help':
      return giveHelp(context);
    default:
      return intent.does === 'outside' && confidence < 0.2
        ? admitUnknown(context, heard.text, null)
        : meetIntent(context, intent, confidence);
  }
}

function referHeard(
  context: TurnContext,
  heard: Heard,
  { matter, wish, confidence }: { readonly matter: string; readonly wish: WishKind; readonly confidence: number },
): SkillResult {
  const { place, candidates } = choosePlace(heard.places);
  const kept = candidates.length > 0 ? null : keepPlace(heard, context.state);
  return referTo(context, { matterId: matter, place: place ?? kept, candidates, wish, confidence });
}

function carryOut(context: TurnContext, decision: Decision, heard: Heard): SkillResult {
  const alternatives = heard.candidates.slice(1, 4).map((candidate) => candidate.id);
  switch (decision.do) {
    case 'answer':
      return (
        giveAnswer(context, { id: decision.id, confidence: decision.confidence, years: heard.years, alternatives }) ??
        admitUnknown(context, heard.text, decision.id)
      );
    case 'figure':
      return answerFigure(context, decision.query, decision.confidence);
    case 'refer':
      return referHeard(context, heard, decision);
    case 'misconduct': {
      const matter = context.release.base.matters.find(({ nature }) => nature === 'misconduct');
      return matter
        ? referHeard(context, heard, { matter: matter.id, wish: 'complaint', confidence: decision.confidence })
        : adviseComplaint(context, decision.confidence);
    }
    case 'intent': {
      const intent = context.release.base.intents.find((each) => each.id === decision.id);
      return intent
        ? startIntent(context, intent, heard, decision.confidence)
        : admitUnknown(context, heard.text, null);
    }
    case 'clarify':
      return offerCandidates(context, {
        ids: decision.ids,
        confidence: decision.confidence,
        year: heard.years[0] ?? null,
      });
    case 'document':
      return adviseDocument(context, decision.confidence);
    case 'complaint':
      return adviseComplaint(context, decision.confidence);
    case 'unknown':
      return admitUnknown(context, heard.text, decision.nearest);
  }
}

/** The year spoken of before, for who says 那年. */
function recallYear({ state: { topic } }: TurnContext, heard: Heard): readonly number[] {
  return heard.sameYear && topic?.year !== undefined ? [topic.year] : [];
}

/** The share of the figure spoken of in its whole, where the report gives it as a part of one. */
function shareOf({ release: { figures } }: TurnContext, topic: Topic): FigureQuery | undefined {
  const newest = figures.years.at(-1) ?? 0;
  const year = figures.years.includes(topic.year ?? newest) ? (topic.year ?? newest) : newest;
  const partOf = figures
    .listRelations(year)
    .some(({ kind, parts }) => kind !== 'same' && parts.some(({ id }) => id === topic.id));
  return partOf ? { kind: 'share', metrics: [topic.id], year } : undefined;
}

function continueTopic(context: TurnContext, heard: Heard): SkillResult | undefined {
  const follow = readFollowUp(heard, context.state);
  if (!follow) return undefined;
  const { topic, year, place, asks } = follow;
  if (topic.kind === 'answer' && year !== undefined)
    return giveAnswer(context, { id: topic.id, confidence: 0.9, years: [year] });
  if (topic.kind === 'figure' && year !== undefined) {
    return answerFigure(context, { kind: 'value', metrics: [topic.id], year });
  }
  const share = asks === 'share' ? shareOf(context, topic) : undefined;
  if (share) return answerFigure(context, share);
  if (asks === 'authority') {
    return referTo(context, { matterId: topic.id, place: place ?? null, wish: 'question', confidence: 0.9 });
  }
  if (topic.kind === 'matter' && place)
    return referTo(context, { matterId: topic.id, place, wish: 'question', confidence: 0.9 });
  return undefined;
}

/** Longest message that words of abuse make nothing but abuse. */
const CURSE = 8;
const UNSETTLED: ReadonlySet<string> = new Set(['none', 'clarify', 'smalltalk']);

/** Kinds of outcome that settle a question, so that another may be answered beside it. */
const SETTLED: ReadonlySet<string> = new Set(['answer', 'figure', 'referral']);

/** Pieces parted by a comma alone are taken for questions only when each is plainly understood. */
const PLAINLY = 0.45;

/** Both answers when a message asks two things, each of which is settled by itself; undefined otherwise. */
function answerSeveral(context: TurnContext, questions: readonly string[], least: number): SkillResult | undefined {
  if (questions.length < 2) return undefined;
  const results = questions.map((question) => answerMarked(context, question));
  const settled = ({ outcome, effects }: SkillResult) =>
    SETTLED.has(outcome.kind) && outcome.confidence >= least && !effects?.length;
  if (!results.every(settled)) return undefined;
  const ids = new Set(results.map((result) => result.outcome.id));
  const [first] = results;
  if (!first || ids.size < results.length) return undefined;
  return {
    replies: results.flatMap((result) => result.replies),
    // One of them that has to be looked at holds the others: they were asked together.
    approve: results.find(({ approve }) => approve)?.approve,
    place: results.find(({ place }) => place)?.place,
    outcome: {
      ...first.outcome,
      sources: results.flatMap((result) => result.outcome.sources),
      figures: results.flatMap((result) => result.outcome.figures),
      authority: results.find((result) => result.outcome.authority)?.outcome.authority ?? null,
      alternatives: results.slice(1).flatMap((result) => result.outcome.id ?? []),
    },
    ...(results.at(-1)?.state ? { state: { ...results.at(-1)?.state } } : {}),
  };
}

/** Understands one free message and lets the right skill answer it. */
export function answerText(context: TurnContext, text: string): SkillResult {
  return (
    answerSeveral(context, splitQuestions(text), 0) ??
    answerSeveral(context, splitAtCommas(text), PLAINLY) ??
    answerMarked(context, text)
  );
}

function answerMarked(context: TurnContext, text: string): SkillResult {
  return markForApproval(context, answerOne(context, text), true);
}

function answerOne(context: TurnContext, text: string): SkillResult {
  const heard = hear(text, context);
  return { ...answerHeard(context, text, heard), place: placeCounted(heard, context) };
}

function answerHeard(context: TurnContext, text: string, heard: Heard): SkillResult {
  const decided = findDecidedIntent(heard.text, context.release.base.intents);
  if (!decided) return understandOne(context, text, heard);
  if (decided.does !== 'abuse' || heard.normal.length <= CURSE) return startIntent(context, decided, heard, 1);
  // Who asks something rudely gets the answer; only words that ask nothing are met as what they are.
  const understood = understandOne(context, text, heard);
  return UNSETTLED.has(understood.outcome.kind) ? startIntent(context, decided, heard, 1) : understood;
}

function understandOne(context: TurnContext, text: string, heard: Heard): SkillResult {
  const reckoned = answerDeadlineQuestion(context, text);
  if (reckoned) return reckoned;
  if (asksToApply(text)) return startFiling(context, { about: text });
  const continued = continueTopic(context, heard);
  if (continued) return continued;
  const { figures, published } = context.release;
  const sibling = findFigureBeside(context, heard);
  if (sibling) return answerFigure(context, sibling);
  const beside = readPublishedQuery(heard.text, heard.years, published);
  if (beside) return answerPublished(context, beside);
  const years = heard.years.length > 0 ? heard.years : recallYear(context, heard);
  const figure = readFigureQuery(heard.text, { years, elsewhere: heard.elsewhere }, figures);
  const decision = decide(heard, figure, context.release.search.thresholds);
  return carryOut(context, settleInPassing(context, heard, decision), heard);
}

import type { Choice, CitedSource } from '../../../channel/message.ts';
import type { Referral } from '../../../jurisdiction/index.ts';
import { citeSource } from '../../../knowledge/cite.ts';
import { encodeCommand } from '../../command.ts';
import type { TurnContext } from '../../skill.ts';
import { decide } from '../../understand/decide.ts';
import { readFigureQuery } from '../../understand/figure-query.ts';
import { type Heard, hear } from '../../understand/hear.ts';

/** How likely an answer must be what is wanted before somebody set on filing is asked to look at it first. */
const SURE = 0.7;
/** Item of 711号令 art. 36 that says what an authority answers when it is asked all the same. */
const ITEMS: Partial<Record<Referral['nature'], number>> = { information: 5, lookup: 7 };

/** What is worth knowing before writing a request: somebody else holds it, or it is there to read already. */
export interface Finding {
  readonly referral: Referral | null;
  /** Code of the place named; null when none was. */
  readonly place: string | null;
  readonly covered: readonly Choice[];
}

function offer(context: TurnContext, value: string, title: string): Choice {
  return { value, label: context.say('file.choice_covered', { title }) };
}

function offerAnswer(context: TurnContext, id: string): readonly Choice[] {
  const entry = context.release.base.answers.find((each) => each.id === id);
  const title = context.state.locale === 'en' ? (entry?.en?.title ?? entry?.title) : entry?.title;
  return title === undefined ? [] : [offer(context, encodeCommand({ do: 'answer', id, year: null }), title)];
}

function offerFigure(context: TurnContext, metric: string | undefined): readonly Choice[] {
  return context.release.base.reports.flatMap(({ year, figures }) => {
    const figure = figures.find((each) => each.id === metric);
    return figure
      ? [offer(context, encodeCommand({ do: 'figure', id: figure.id, year }), `${year} ${figure.metric}`)]
      : [];
  });
}

/** Of places that share a name the one in this authority's area is taken; the reply names what was taken. */
function findReferral(context: TurnContext, heard: Heard, matter: string): Finding | null {
  const home = context.release.base.profile.place;
  const places = heard.places.map(
    ({ candidates }) => candidates.find((each, _, all) => all.length === 1 || each.code.startsWith(home))?.code,
  );
  const place = places.find((code) => code !== undefined) ?? null;
  const referral = context.release.jurisdiction.refer(matter, place);
  return referral.ours ? null : { referral, place, covered: [] };
}

/**
 * Looks at a description before any personal question: is it ours, is it there to read? It is understood like any
 * message. Null when nothing speaks against filing.
 */
export function checkFirst(context: TurnContext, description: string): Finding | null {
  const heard = hear(description, context);
  const { figures, search } = context.release;
  const decision = decide(heard, readFigureQuery(heard.text, { years: [...heard.years] }, figures), search.thresholds);
  if (decision.do === 'refer') return findReferral(context, heard, decision.matter);
  const covered =
    decision.do === 'answer' && decision.confidence >= SURE
      ? offerAnswer(context, decision.id)
      : decision.do === 'figure'
        ? offerFigure(context, decision.query.metrics[0])
        : [];
  return covered.length ? { referral: null, place: null, covered } : null;
}

/** Phone and address of a referral in one line, undefined when none is on file. */
export function writeContact(referral: Referral): string | undefined {
  const { contact } = referral;
  const parts = [contact?.phone, contact?.address, contact?.site].filter((part) => part !== undefined);
  return parts.length ? `${parts.join('，')}${contact?.asOf ? `（${contact.asOf}）` : ''}` : undefined;
}

function writeReferral(context: TurnContext, referral: Referral): string {
  const values = {
    matter: referral.matter?.title ?? referral.kind.name,
    authority: referral.authorityName,
    ours: context.release.base.profile.name,
    why: referral.why,
  };
  if (referral.nature !== 'information' && referral.nature !== 'lookup') {
    return [context.say('file.check_not_request', values), referral.advice ?? ''].filter(Boolean).join('\n');
  }
  const contact = writeContact(referral);
  const reach =
    contact === undefined
      ? context.say('file.check_no_contact', values)
      : context.say('file.check_contact', { ...values, contact });
  return [context.say('file.check_elsewhere', values), reach].join('\n');
}

/** What the check has to say, with its sources and the way to whom it refers. */
export function writeFinding(
  context: TurnContext,
  finding: Finding,
): { text: string; sources: CitedSource[]; choices: Choice[] } {
  const { referral } = finding;
  const texts = referral ? [writeReferral(context, referral)] : [];
  if (finding.covered.length) texts.push(context.say('file.check_covered'));
  const item = referral && ITEMS[referral.nature];
  const law = item ? [citeSource({ law: 'ogi-2019', article: 36, item }, context.release.base)] : [];
  const more: Choice[] = [];
  if (referral?.matter) {
    const value = encodeCommand({ do: 'refer', matter: referral.matter.id, place: finding.place });
    more.push({ value, label: context.say('file.choice_refer') });
  }
  return {
    text: texts.join('\n\n'),
    sources: [...law, ...(referral?.basis ?? [])],
    choices: more,
  };
}

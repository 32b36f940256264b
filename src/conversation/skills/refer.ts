import type { Choice, CitedSource } from '../../channel/message.ts';
import type { PlaceRef, Referral } from '../../jurisdiction/index.ts';
import { citeSource } from '../../knowledge/cite.ts';
import type { Source } from '../../knowledge/schema/base.ts';
import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import type { WishKind } from '../understand/wish.ts';
import { mayBeRequested, writeReferral } from './referral/write-referral.ts';

export interface ReferralWanted {
  /** Id of a matter, or of a kind of authority when only the authority was named. */
  readonly matterId: string;
  /** Division code; null when no place was named. */
  readonly place: string | null;
  /** Homonyms to choose from when the place named is not clear. */
  readonly candidates?: readonly PlaceRef[];
  readonly wish?: WishKind;
  readonly confidence?: number;
}

const COMPLAINT: readonly Source[] = [
  { law: 'ogi-2019', article: 39, paragraph: 1 },
  { law: 'petition-2022', article: 17 },
];
/** Art. 2: government information is what administrative authorities make or obtain. */
const NOT_GOVERNMENT_INFORMATION: readonly Source[] = [{ law: 'ogi-2019', article: 2 }];

/** What the disclosure regulation says for a matter of each nature: whose it is, or why one does not apply. */
const RULE: Readonly<Record<Referral['nature'], readonly Source[]>> = {
  information: [{ law: 'ogi-2019', article: 36, item: 5 }],
  lookup: [
    { law: 'ogi-2019', article: 36, item: 7 },
    { law: 'ogi-2019', article: 36, item: 5 },
  ],
  petition: COMPLAINT,
  misconduct: COMPLAINT.slice(0, 1),
  court: NOT_GOVERNMENT_INFORMATION,
  enterprise: NOT_GOVERNMENT_INFORMATION,
  village: NOT_GOVERNMENT_INFORMATION,
};

function rulesFor(referral: Referral, wish: WishKind): readonly Source[] {
  if (referral.nature === 'information' && !referral.kind.authority) return NOT_GOVERNMENT_INFORMATION;
  return mayBeRequested(referral) && wish === 'complaint' ? COMPLAINT : RULE[referral.nature];
}

function collectSources(context: TurnContext, referral: Referral, wish: WishKind): readonly CitedSource[] {
  const rules = rulesFor(referral, wish).map((source) => citeSource(source, context.release.base));
  const all = [...rules, ...referral.basis];
  return all.filter(
    (source, at) => all.findIndex((other) => other.title === source.title && other.article === source.article) === at,
  );
}

function askWhichPlace(context: TurnContext, wanted: ReferralWanted, candidates: readonly PlaceRef[]): SkillResult {
  const choices = candidates.slice(0, 9).map((place) => ({
    value: encodeCommand({ do: 'refer', matter: wanted.matterId, place: place.code }),
    label: place.fullName,
  }));
  const text = context.say('refer.which_place', { name: candidates[0]?.name ?? '' });
  return {
    replies: [{ kind: 'text', text, choices }],
    outcome: outcomeOf({ kind: 'clarify', id: wanted.matterId, confidence: wanted.confidence ?? 1 }),
  };
}

function offerNext(context: TurnContext, wanted: ReferralWanted, referral: Referral): Choice[] {
  const person = { value: encodeCommand({ do: 'person' }), label: context.say('conversation.choice_person') };
  if (!mayBeRequested(referral) || wanted.wish === 'complaint') return [person];
  const about = referral.matter?.id ?? null;
  const request = { value: encodeCommand({ do: 'request', about }), label: context.say('conversation.choice_request') };
  return [request, person];
}

/**
 * Tells who makes or keeps what is asked for, why, and how to reach them (711 art. 36(5)); what is not government
 * information is told its own channel. Asks which place when the name fits several. Throws NOT_FOUND for an unknown id.
 */
export function referTo(context: TurnContext, wanted: ReferralWanted): SkillResult {
  const candidates = wanted.place === null ? (wanted.candidates ?? []) : [];
  if (candidates.length > 1) return askWhichPlace(context, wanted, candidates);
  const place = wanted.place ?? candidates[0]?.code ?? null;
  const referral = context.release.jurisdiction.refer(wanted.matterId, place);
  const wish = wanted.wish ?? 'question';
  const sources = collectSources(context, referral, wish);
  const text = writeReferral(context, referral, wish);
  return {
    replies: [{ kind: 'text', text, sources, choices: offerNext(context, wanted, referral) }],
    outcome: outcomeOf({
      kind: 'referral',
      id: wanted.matterId,
      sources,
      authority: {
        name: referral.authorityName,
        phone: referral.contact?.phone ?? null,
        address: referral.contact?.address ?? null,
      },
      confidence: wanted.confidence ?? 1,
    }),
    state: { topic: { kind: 'matter', id: wanted.matterId, ...(place === null ? {} : { place }) } },
  };
}

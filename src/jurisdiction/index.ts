import type { KnowledgeBase } from '../knowledge/release.ts';
import { normalise } from '../knowledge/search/index.ts';
import { createAuthorityFinder, type FoundAuthority } from './authorities/find-authorities.ts';
import { createMatterFinder, type FoundMatter } from './matters/find-matters.ts';
import { createPlaceFinder } from './places/find-places.ts';
import { buildGazetteer, type PlaceMention, type PlaceRef } from './places/place.ts';
import { createReferrer, type Referral } from './referral/refer.ts';

export { buildGazetteer, type PlaceMention, type PlaceRef } from './places/place.ts';
export type { Referral } from './referral/refer.ts';

/** Matter × place ▸ authority. Every function is pure and fast enough to call on each message. */
export interface Jurisdiction {
  /** Places named in a message, in order. */
  readonly findPlaces: (text: string) => readonly PlaceMention[];
  /** Matters its words point to, best first. */
  readonly findMatters: (text: string, limit?: number) => readonly FoundMatter[];
  /** Authorities named in it, by full, short or old names. */
  readonly findAuthorities: (text: string) => readonly FoundAuthority[];
  /** The place of a division code. */
  readonly placeOf: (code: string) => PlaceRef | undefined;
  /** Who deals with a matter (or what a kind of authority is called) at a place. Throws NOT_FOUND for an unknown id. */
  readonly refer: (id: string, place: string | null) => Referral;
}

type Base = Pick<KnowledgeBase, 'profile' | 'kinds' | 'matters' | 'authorities' | 'divisions' | 'laws'>;

/** Builds the indexes once per release, in well under a second for all of China's divisions. */
export function buildJurisdiction(base: Base): Jurisdiction {
  const gazetteer = buildGazetteer(base.divisions);
  const findMatters = createMatterFinder(base.matters, base.kinds);
  const findAuthorities = createAuthorityFinder(base.kinds, base.authorities);
  return {
    findPlaces: createPlaceFinder(gazetteer, base.profile.place),
    findMatters: (text, limit = 5) => findMatters(normalise(text), limit),
    findAuthorities: (text) => findAuthorities(normalise(text)),
    placeOf: gazetteer.get,
    refer: createReferrer(base, gazetteer),
  };
}

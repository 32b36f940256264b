import type { CitedSource } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import { citeSource } from '../../knowledge/cite.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { AuthorityKind, KnownAuthority, Matter } from '../../knowledge/schema/jurisdiction.ts';
import { type Gazetteer, levelOf, type PlaceRef } from '../places/place.ts';
import { liftToLevel, nameAuthority } from './name-authority.ts';

/** Who makes or keeps something, why, and how to reach them. */
export interface Referral {
  readonly matter: Matter | null;
  readonly kind: AuthorityKind;
  /** Name formed with the place: 大连市公安局, 沈阳市铁西区教育局. */
  readonly authorityName: string;
  /** Where that authority sits. */
  readonly place: PlaceRef;
  /** The place asked about, the desk's own city when none was named. */
  readonly askedPlace: PlaceRef;
  /** true when nobody named a place and the desk's own city was taken. */
  readonly assumedPlace: boolean;
  /** true when a county deals with it and only a city is known. */
  readonly needsCounty: boolean;
  /** Names of the other kinds of authorities that share the matter. */
  readonly also: readonly string[];
  /** Contact somebody read in a published page; null when none is on file. Never guessed. */
  readonly contact: KnownAuthority | null;
  readonly hotline: string | null;
  readonly why: string;
  readonly basis: readonly CitedSource[];
  readonly nature: Matter['nature'];
  readonly advice: string | null;
  /** true when it is the desk's own authority. */
  readonly ours: boolean;
}

type Base = Pick<KnowledgeBase, 'profile' | 'kinds' | 'matters' | 'authorities' | 'laws'>;

/**
 * Prepares `refer`: the authority for a matter (or a kind) at a place, the desk's own city when the place is null or unknown.
 * Throws NOT_FOUND for an id that is neither a matter nor a kind.
 */
export function createReferrer(base: Base, gazetteer: Gazetteer): (id: string, place: string | null) => Referral {
  const kinds = new Map(base.kinds.map((kind) => [kind.id, kind]));
  const matters = new Map(base.matters.map((matter) => [matter.id, matter]));
  const home = gazetteer.get(base.profile.place);

  return (id, place) => {
    const matter = matters.get(id) ?? null;
    const kind = kinds.get(matter?.kind ?? id);
    const asked = place === null ? undefined : gazetteer.get(place);
    const where = asked ?? home;
    if (kind === undefined || where === undefined) throw new DeskError('NOT_FOUND', `no matter or authority ${id}`);
    const level = matter?.level ?? levelOf(where.code);
    const named = nameAuthority(kind, liftToLevel(where, level, gazetteer), gazetteer);
    const onFile = base.authorities.find(
      (authority) => authority.kind === kind.id && authority.place === named.place.code,
    );
    return {
      matter,
      kind,
      authorityName: onFile?.name ?? named.name,
      place: named.place,
      askedPlace: where,
      assumedPlace: asked === undefined,
      needsCounty: level === 'county' && levelOf(named.place.code) !== 'county',
      also: (matter?.also ?? []).flatMap((other) => kinds.get(other)?.name ?? []),
      contact: onFile !== undefined && (onFile.phone ?? onFile.address ?? onFile.site) !== undefined ? onFile : null,
      hotline: matter?.hotline ?? kind.hotline ?? null,
      why: matter?.why ?? '',
      basis: (matter?.basis ?? []).map((source) => citeSource(source, { laws: base.laws, reports: [] })),
      nature: matter?.nature ?? 'information',
      advice: matter?.advice ?? null,
      ours: onFile !== undefined && onFile.name === base.profile.name,
    };
  };
}

import type { AuthorityKind } from '../../knowledge/schema/jurisdiction.ts';
import { type Gazetteer, levelOf, type PlaceLevel, type PlaceRef } from '../places/place.ts';
import { shortNameOf } from '../places/short-name.ts';

/** An authority of a kind at a place, by name. `place` is where it sits, which may be above the place asked for. */
export interface NamedAuthority {
  readonly name: string;
  readonly place: PlaceRef;
}

const MUNICIPALITIES: ReadonlySet<string> = new Set(['11', '12', '31', '50']);

/** Rank of a level: a municipality answers with the bureaus of a city. */
function standingOf(code: string): PlaceLevel {
  return MUNICIPALITIES.has(code) ? 'city' : levelOf(code);
}

/** 沈阳市铁西区, 沈阳市, 济源市: the city before its county, no province. */
function prefixOf(place: PlaceRef, gazetteer: Gazetteer): string {
  const parent = gazetteer.parentOf(place.code);
  const above = parent === undefined || standingOf(parent) !== 'city' ? undefined : gazetteer.get(parent);
  return (above?.name ?? '') + place.name;
}

function fill(suffix: string, place: PlaceRef, gazetteer: Gazetteer): string {
  const prefix = prefixOf(place, gazetteer);
  if (!suffix.includes('{')) return prefix + suffix;
  return suffix.replace('{place}', prefix).replace('{short}', shortNameOf(place.name) ?? place.name);
}

/** Branch of the city's bureau in one of its urban districts: 沈阳市公安局铁西分局. */
function nameBranch(kind: AuthorityKind, place: PlaceRef, gazetteer: Gazetteer): string | undefined {
  const city = gazetteer.get(gazetteer.parentOf(place.code) ?? '');
  if (kind.local.district === undefined || city === undefined || !place.name.endsWith('区')) return undefined;
  return fill(kind.local.district.replace('{name}', shortNameOf(place.name) ?? place.name), city, gazetteer);
}

/**
 * Names the authority of a kind for a place. A level without such a body passes upward, and a province that has none
 * itself is named with its kind: 辽宁省各市的住房公积金管理中心.
 */
export function nameAuthority(kind: AuthorityKind, place: PlaceRef, gazetteer: Gazetteer): NamedAuthority {
  const standing = standingOf(place.code);
  if (standing === 'county') {
    const branch = nameBranch(kind, place, gazetteer);
    if (branch !== undefined) return { name: branch, place };
  }
  const suffix = kind.local[standing];
  if (suffix !== undefined) return { name: fill(suffix, place, gazetteer), place };
  const parent = gazetteer.get(gazetteer.parentOf(place.code) ?? '');
  if (parent !== undefined) return nameAuthority(kind, parent, gazetteer);
  return { name: `${place.name}的${kind.name}`, place };
}

/** The place whose authority deals with a matter of a level: a county passes a city's matter up to its city. */
export function liftToLevel(place: PlaceRef, level: PlaceLevel, gazetteer: Gazetteer): PlaceRef {
  const rank: Readonly<Record<PlaceLevel, number>> = { province: 0, city: 1, county: 2 };
  if (rank[standingOf(place.code)] <= rank[level]) return place;
  const parent = gazetteer.get(gazetteer.parentOf(place.code) ?? '');
  return parent === undefined ? place : liftToLevel(parent, level, gazetteer);
}

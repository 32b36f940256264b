import { type Gazetteer, levelOf, type PlaceRef } from './place.ts';
import { EVERYDAY_WORDS, GENERIC_NAMES, SHADOW_WORDS } from './shadow-words.ts';
import { shortNameOf } from './short-name.ts';

/** One written form of one or more places. */
export interface NameEntry {
  readonly name: string;
  readonly places: readonly PlaceRef[];
  /** full: with its 省, 市, 区 or 县. short: without. shadow: looks like a name and is none. */
  readonly form: 'full' | 'short' | 'shadow';
  /** true when it counts only beside a place it lies in. */
  readonly needsContext: boolean;
}

/** Written forms by first character, longest first, so that a scan looks only at what can match. */
export type NameIndex = ReadonlyMap<string, readonly NameEntry[]>;

/** A short name of two characters borne only by districts and counties elsewhere is as often a piece of other words. */
function countsAlone(short: string, places: readonly PlaceRef[], near: (code: string) => boolean): boolean {
  if (EVERYDAY_WORDS.has(short)) return false;
  return (
    short.length > 2 ||
    places.some((place) => levelOf(place.code) !== 'county' || place.name.endsWith('市') || near(place.code))
  );
}

/** Builds the index. `near` tells the counties of the desk's own city, whose short names people use without more. */
export function buildNameIndex(gazetteer: Gazetteer, near: (code: string) => boolean): NameIndex {
  const forms = new Map<string, { places: PlaceRef[]; form: 'full' | 'short' }>();
  const add = (name: string, place: PlaceRef, form: 'full' | 'short') => {
    const known = forms.get(name);
    if (known === undefined) forms.set(name, { places: [place], form });
    else if (known.form === form && !known.places.includes(place)) known.places.push(place);
  };
  for (const place of gazetteer.all) add(place.name, place, 'full');
  for (const place of gazetteer.all) {
    const short = shortNameOf(place.name);
    if (short !== undefined) add(short, place, 'short');
    // 沈北区 for 沈北新区, 辽中县 for a county that became a district: the ending people remember differs.
    if (short !== undefined && short.length >= 2 && levelOf(place.code) === 'county' && near(place.code)) {
      for (const ending of ['区', '县']) add(short + ending, place, 'full');
    }
  }
  const index = new Map<string, NameEntry[]>();
  const put = (entry: NameEntry) => {
    const first = entry.name.charAt(0);
    const list = index.get(first);
    if (list === undefined) index.set(first, [entry]);
    else list.push(entry);
  };
  for (const [name, { places, form }] of forms) {
    const alone = form === 'full' ? !GENERIC_NAMES.has(name) : countsAlone(name, places, near);
    put({ name, places, form, needsContext: !alone });
  }
  for (const name of SHADOW_WORDS) put({ name, places: [], form: 'shadow', needsContext: false });
  for (const list of index.values()) list.sort((one, other) => other.name.length - one.name.length);
  return index;
}

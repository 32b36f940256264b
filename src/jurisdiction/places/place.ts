import type { Division } from '../../knowledge/schema/jurisdiction.ts';

/** A province, city or county as the desk names it. `fullName` carries the divisions above: 辽宁省沈阳市铁西区. */
export interface PlaceRef {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
}

/** A place named in a message. */
export interface PlaceMention {
  /** `anonymous` is a masked name (A市, B2区, 某县): a place, but nobody can say which. */
  readonly kind: 'named' | 'anonymous';
  /** The words as they stand in the message, several divisions in a row taken together. */
  readonly text: string;
  /** Offset of `text` in the message, in UTF-16 units. */
  readonly start: number;
  /** Places it may mean: one when clear, several for homonyms (home first), none when anonymous. */
  readonly candidates: readonly PlaceRef[];
}

export type PlaceLevel = 'province' | 'city' | 'county';

/** Level of a division code: two digits are a province, four a city, six a county. */
export function levelOf(code: string): PlaceLevel {
  if (code.length <= 2) return 'province';
  return code.length === 4 ? 'city' : 'county';
}

/** Divisions by code, with what hangs on the chain of parents. Build once per release. */
export interface Gazetteer {
  readonly all: readonly PlaceRef[];
  readonly get: (code: string) => PlaceRef | undefined;
  readonly parentOf: (code: string) => string | undefined;
  /** Codes above `code`, nearest first, without itself. */
  readonly above: (code: string) => readonly string[];
}

export function buildGazetteer(divisions: readonly Division[]): Gazetteer {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const parentOf = (code: string) => byCode.get(code)?.parent;
  const fullNameOf = (division: Division): string => {
    const parent = division.parent === undefined ? undefined : byCode.get(division.parent);
    return parent === undefined ? division.name : fullNameOf(parent) + division.name;
  };
  const refs = new Map(
    divisions.map((division) => [
      division.code,
      { code: division.code, name: division.name, fullName: fullNameOf(division) },
    ]),
  );
  const above = (code: string): readonly string[] => {
    const parent = parentOf(code);
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  return { all: [...refs.values()], get: (code) => refs.get(code), parentOf, above };
}

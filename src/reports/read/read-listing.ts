import { findQuantities } from './find-quantities.ts';
import type { Quantity } from './quantity.ts';

/** A line of a listing: a name, a value or a row of values, a unit. */
export interface ListingEntry {
  readonly metric: string;
  readonly unit: string;
  /** One value; undefined when the line gives a row of them. */
  readonly single: Quantity | undefined;
  readonly values: readonly number[];
  /** Names of the values of a row, where the line gives as many. */
  readonly columns: readonly string[];
  readonly written: string;
}

const ROW = /^-?\d+(?:\.\d+)?(?:[/／ ]\s*-?\d+(?:\.\d+)?)+$/u;
const DISPUTES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const RULES = ['本年制发件数', '本年废止件数', '现行有效件数'];

/** Columns named at the end of the name (规章 制发/废止/有效), in the unit's brackets, or known by what is counted. */
function nameColumns(metric: string, unit: string, count: number): { base: string; columns: readonly string[] } {
  const slashed = /^(?<base>.*\s)?(?<columns>[^\s/]+(?:\/[^\s/]+)+)$/u.exec(metric)?.groups;
  const own = slashed?.columns?.split('/') ?? [];
  if (own.length === count) return { base: slashed?.base?.trim() ?? '', columns: own };
  const bracketed = /[（(](?<columns>[^）)]+)[）)]/u.exec(unit)?.groups?.columns?.split(/[\s、,，/]+/u) ?? [];
  if (bracketed.length === count) return { base: metric, columns: bracketed };
  if (count === DISPUTES.length && /复议|起诉|诉讼/u.test(metric)) return { base: metric, columns: DISPUTES };
  if (count === RULES.length && /规章|文件/u.test(metric)) return { base: metric, columns: RULES };
  return { base: metric, columns: [] };
}

/** Reads a row of three cells as name, value and unit. Undefined when it is none. */
export function readListingEntry(cells: readonly string[]): ListingEntry | undefined {
  const [metric = '', written = '', unit = ''] = cells;
  if (cells.length !== 3 || metric === '' || !/^\d/u.test(written) || /\d/u.test(unit)) return undefined;
  const plainUnit = unit.replace(/\s*[（(].*$/u, '');
  if (ROW.test(written)) {
    const values = written.split(/[/／\s]+/u).map(Number);
    const { base, columns } = nameColumns(metric, unit, values.length);
    return { metric: base, unit: plainUnit, single: undefined, values, columns, written };
  }
  const [found] = findQuantities(`${written}${plainUnit}`);
  const value = Number(written);
  const single =
    found ?? (Number.isFinite(value) ? { value, unit: plainUnit, approximate: false, written } : undefined);
  return single && { metric, unit: plainUnit, single, values: [], columns: [], written };
}

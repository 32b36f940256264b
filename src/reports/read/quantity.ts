/** A number with its unit, as it stands in a text. */
export interface Quantity {
  /** As written where the unit holds the scale: 67.45 for 67.45万条; 1954000 for 195.4万余条, which is no exact number. */
  readonly value: number;
  /** The upper end of a range: 5 in 3至5件. */
  readonly to?: number;
  readonly unit: string;
  /** 余, 多, 约, 近, 超: the report gives no exact number. */
  readonly approximate: boolean;
  /** The words it was read from: 3万余元. */
  readonly written: string;
}

/** A quantity at its place in a text: `[start, end)`. */
export interface FoundQuantity extends Quantity {
  readonly start: number;
  readonly end: number;
}

const SCALE: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000, 亿: 100_000_000, 百: 100 };

/** The quantity in units of one: 674500 for 67.45万条. */
export function amountOf({ value, unit }: Pick<Quantity, 'value' | 'unit'>): number {
  const scale = SCALE[unit.charAt(0)];
  return scale !== undefined && (unit.length > 1 || unit === '万' || unit === '亿')
    ? Math.round(value * scale * 1e4) / 1e4
    : value;
}

/** The unit without its scale: 条 for 万条. */
export function baseUnit(unit: string): string {
  return unit.length > 1 && unit.charAt(0) in SCALE ? unit.slice(1) : unit;
}

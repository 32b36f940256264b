/** The two tariffs of 国办函〔2020〕109号: by item (art. 4) or by page (art. 5). Only one may be used for a request. */
export type FeeStandard = 'item' | 'volume';

/** One band of a tariff as it applies: what lies between `from` and `to`, both included, at one price. */
export interface FeeStep {
  readonly from: number;
  /** Last item or page of the band that was reached. */
  readonly to: number;
  readonly count: number;
  /** Yuan for each item or page. */
  readonly price: number;
  /** Yuan for the band. */
  readonly amount: number;
}

export interface Fee {
  readonly standard: FeeStandard;
  readonly count: number;
  /** Yuan. */
  readonly amount: number;
  /** Every band reached, the free one first. */
  readonly steps: readonly FeeStep[];
}

interface Band {
  readonly to: number;
  readonly price: number;
}

/** Pages: 30 free, then 10, 20 and 40 yuan each (art. 5). */
const VOLUME: readonly Band[] = [
  { to: 30, price: 0 },
  { to: 100, price: 10 },
  { to: 200, price: 20 },
  { to: Number.POSITIVE_INFINITY, price: 40 },
];

const FREE_ITEMS = 10;
const FIRST_ITEMS = 30;
const STEP = 10;
const ITEM_PRICE = 100;

/** Items of one requester in a calendar month: 10 free, to 30 at 100 yuan, then 100 more for every further ten (art. 4). */
function* itemBands(): Generator<Band, void> {
  yield { to: FREE_ITEMS, price: 0 };
  yield { to: FIRST_ITEMS, price: ITEM_PRICE };
  for (let step = 1; ; step += 1) yield { to: FIRST_ITEMS + step * STEP, price: ITEM_PRICE * (1 + step) };
}

/**
 * The information-processing fee, band by band. Progressive: each item or page is charged at the price of its own band.
 * `count` is the number of requests of one requester in the calendar month, or of pages; 0 or more.
 */
export function computeFee(standard: FeeStandard, count: number): Fee {
  const steps: FeeStep[] = [];
  let from = 1;
  for (const band of standard === 'item' ? itemBands() : VOLUME) {
    if (from > count) break;
    const to = Math.min(band.to, count);
    steps.push({ from, to, count: to - from + 1, price: band.price, amount: (to - from + 1) * band.price });
    from = to + 1;
  }
  return { standard, count, amount: steps.reduce((sum, step) => sum + step.amount, 0), steps };
}

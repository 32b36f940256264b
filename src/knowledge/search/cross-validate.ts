import { createPreparation } from './build-index.ts';
import { type Calibration, judgeFirst } from './calibrate.ts';
import { askHeld } from './hold-out.ts';
import type { SearchEntry } from './index.ts';

/** One phrasing asked of a base that does not hold it. */
export interface CrossTrial {
  readonly phrasing: string;
  /** Id of the entry it belongs to, and of the entry found first; undefined when none was. */
  readonly id: string;
  readonly found: string | undefined;
  /** The phrasing it was found by. */
  readonly foundBy: string;
  /** Place of the entry it belongs to, from 1; 0 when it was not found. */
  readonly place: number;
  readonly probability: number;
  /** How sure the desk is of the best other entry when the right one is taken away. */
  readonly probabilityWithout: number;
}

/** Parts the phrasings are left out in, one part at a time. More parts come closer to leaving out one by one and take longer. */
const PARTS = 6;

/**
 * Asks every phrasing of the base without it: the base is learned once for each part of the phrasings, without that part.
 * Entries with a single phrasing stay whole. `calibration` is the release's own, so probabilities are what the desk would say.
 */
export function crossValidate(
  entries: readonly SearchEntry[],
  calibration: Calibration,
  synonyms: readonly (readonly string[])[] = [],
): CrossTrial[] {
  const prepare = createPreparation(synonyms);
  const trials: CrossTrial[] = [];
  for (let part = 0; part < PARTS; part++) {
    let seen = 0;
    const isHeld = (_: number, entry: SearchEntry) => entry.phrasings.length > 1 && seen++ % PARTS === part;
    for (const { entry, text, texts, ranked } of askHeld(entries, prepare, isHeld, Number.POSITIVE_INFINITY)) {
      const [first] = ranked;
      trials.push({
        phrasing: text,
        id: entries[entry]?.id ?? '',
        found: first && entries[first.entry]?.id,
        foundBy: first ? (texts[first.phrasing] ?? '') : '',
        place: ranked.findIndex((each) => each.entry === entry) + 1,
        probability: judgeFirst(calibration, ranked),
        probabilityWithout: judgeFirst(
          calibration,
          ranked.filter((each) => each.entry !== entry),
        ),
      });
    }
  }
  return trials;
}

import type { Calibration } from './calibrate.ts';
import type { Corpus } from './corpus.ts';
import type { Impacts } from './impacts.ts';

/** Everything building an index comes to, as plain data: what is costly to work out and cheap to keep. */
export interface Learned {
  readonly corpus: Omit<Corpus, 'prepare'>;
  readonly impacts: Impacts;
  readonly calibration: Calibration;
}

import type { Figures, Published } from '../figures/index.ts';
import type { Jurisdiction } from '../jurisdiction/index.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import type { SearchIndex } from '../knowledge/search/index.ts';
import type { WorkCalendar } from '../requests/index.ts';

/** A release with the indexes built from it: all a turn needs to understand and answer. */
export interface Release extends ReleaseData {
  readonly search: SearchIndex;
  readonly jurisdiction: Jurisdiction;
  readonly figures: Figures;
  /** The own reports beside those of other authorities. */
  readonly published: Published;
  readonly calendar: WorkCalendar;
}

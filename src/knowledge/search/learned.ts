import type { Calibration } from './calibrate.ts';
import type { Corpus } from './corpus.ts';
import type { Thresholds } from './fit-thresholds.ts';
import type { GramView } from './gram-view.ts';
import type { Impacts } from './impacts.ts';
import { openGrams, type PackedGrams, packGrams } from './packed-grams.ts';
import { VIEW_NAMES, type ViewName } from './views.ts';

/** A view as plain data. */
interface PackedView extends Omit<GramView, 'idOf'> {
  readonly ids: PackedGrams;
}

/** A corpus as plain data: without what prepares a text, which is made anew. */
export interface PackedCorpus extends Omit<Corpus, 'prepare' | 'views'> {
  readonly views: Readonly<Record<ViewName, PackedView>>;
}

/** Everything building an index comes to, as plain data: what is costly to work out and cheap to keep. */
export interface Learned {
  readonly corpus: PackedCorpus;
  readonly impacts: Impacts;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
}

function forEachView<T>(make: (name: ViewName) => T): Readonly<Record<ViewName, T>> {
  return Object.fromEntries(VIEW_NAMES.map((name) => [name, make(name)])) as Record<ViewName, T>;
}

export function packCorpus(corpus: Omit<Corpus, 'prepare'>): PackedCorpus {
  const { views, ...rest } = corpus;
  const packed = forEachView((name) => {
    const { idOf, ...view } = views[name];
    return { ...view, ids: packGrams(idOf.keys()) };
  });
  return { ...rest, views: packed };
}

export function openCorpus({ views, ...rest }: PackedCorpus, prepare: Corpus['prepare']): Corpus {
  const opened = forEachView((name) => {
    const { ids, ...view } = views[name];
    return { ...view, idOf: openGrams(ids) };
  });
  return { ...rest, prepare, views: opened };
}

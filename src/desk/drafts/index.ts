/** Changes to the knowledge on their way: drafted, looked at by a second person, tried, published. */
export { applyDraft, readCurrent } from './apply-draft.ts';
export { addPhrasings, beginEntry } from './draft-from-misses.ts';
export {
  addDraftComment,
  changeDraft,
  type Draft,
  findDraft,
  insertDraft,
  readDraftComments,
  readDrafts,
} from './draft-store.ts';
export { type DueEntry, listDue } from './list-due.ts';
export { listMisses } from './list-misses.ts';
export { previewDocument, sampleDocument } from './preview-document.ts';
export { type NamedChannel, type Preview, previewEntry } from './preview-entry.ts';
export { previewRegime } from './preview-regime.ts';
export { previewText, sampleValues } from './preview-text.ts';
export { type PublishedTree, publishTree } from './publish-tree.ts';
export { type FigureToReview, listFiguresToReview } from './review-report.ts';
export { openStanding, type Standing } from './standing.ts';
export type { NamedTree, Trial, TryRelease } from './trial.ts';
export { findTrial, keepTrial } from './trial-store.ts';

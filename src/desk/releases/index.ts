/** Releases of the knowledge base: kept, published, rolled back, in step with the folder. */
export { findPrevious, LEAD_MS, publishRelease, recordPublished } from './publish-release.ts';
export { readStoredTree } from './read-stored-tree.ts';
export { type Pulled, type Pushed, pullFolder, pushFolder } from './sync-folder.ts';

export { checkKnowledge } from './check/check-knowledge.ts';
export type { Problem } from './files/problem.ts';
export { type Loaded, type LoadOptions, loadCaseRules, loadRelease } from './load.ts';
export type { KnowledgeBase, ReleaseData } from './release.ts';
export { layOut } from './releases/lay-out.ts';
export { compareTrees, type FileChange, mergeTrees, type Sides } from './releases/merge-trees.ts';
export { findInForce, type Publication } from './releases/publication.ts';
export {
  findOnDisk,
  hashTree,
  type KnowledgeTree,
  packTree,
  putFile,
  readTree,
  type TreeLocation,
  unpackTree,
  writeTree,
} from './releases/tree.ts';

export { checkKnowledge } from './check/check-knowledge.ts';
export type { Problem } from './files/problem.ts';
export { type Loaded, type LoadOptions, loadRelease } from './load.ts';
export type { KnowledgeBase, ReleaseData } from './release.ts';

/** What the store keeps for a time: holds, what is overdue, and the proof of what was erased. */
export { createConversations } from './conversations-store.ts';
export { findOldDrafts, markOlderDrafts, saveWithoutDraft } from './drafts-store.ts';
export { type Erasure, readErasures, recordErasure } from './erasure-store.ts';
export { findHoldsOn, type Hold, placeHold, readHolds, releaseHold } from './hold-store.ts';
export { makeOverdue, type Overdue, type Retained, readKey } from './overdue.ts';
export { createAttachments, createDocuments, createRequests } from './requests-store.ts';
export { accessLog, attempts, followUps, handOvers, holds, inbox, ratings, unanswered, visits } from './rows-store.ts';

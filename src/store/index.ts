/** The store's face: everything that is kept, and the only way to it. */
export { readAccesses, recordAccess } from './access-log-store.ts';
export {
  type Attachment,
  addAttachment,
  delayAttachment,
  dropAttachment,
  findAttachment,
  forgetHandedIn,
  keepAttachment,
  markSent,
  readAttachments,
  readContent,
  readNextAttachment,
  readWaitingAttachments,
  writeContent,
} from './attachment-store.ts';
export { forgetAttempts, readWrongAttempts, recordWrongAttempt } from './attempt-store.ts';
export { backUp, countServing, moveTo, restoreFrom } from './backup.ts';
export { type CaseClocks, findEndedClocks, readClocksOf, readRunningClocks } from './case-clock-store.ts';
export {
  addCaseEffects,
  type CaseEffect,
  readOwedEffects,
  readOwedToRequesters,
  settleCaseEffect,
  settleOwedToRequester,
} from './case-effect-store.ts';
export { type DerivedRow, deriveClocks, deriveRow, readDerived, writeDerived } from './case-store.ts';
export { type Change, forgetChanges, noteChange, readChanges } from './change-store.ts';
export { type ChannelCounts, countChannels } from './channel-store.ts';
export { claimConversations, claimOwed, claimPending, type Wanted } from './conversation-claim-store.ts';
export {
  type Claimant,
  forgetConversationLeases,
  type HeldConversation,
  keepAllHeld,
  keepConversation,
  listHolders,
  releaseAllHeld,
  wasGivenBack,
} from './conversation-lease-store.ts';
export { type ConversationKey, loadState, nameConversation, saveState } from './conversation-store.ts';
export type { CopiedTable, OnCopied } from './copy-tables.ts';
export { appendDocument, handOverDocuments, readDocuments, type StoredDocument } from './document-store.ts';
export { using } from './engine.ts';
export { eraseConversation } from './erase-store.ts';
export type { Executor } from './executor.ts';
export {
  findOrigin,
  findOriginOf,
  findTakers,
  forgetHandOvers,
  keepHandOver,
  takeHandOver,
} from './hand-over-store.ts';
export {
  decideHeldAnswer,
  dropHeldAnswers,
  editHeldAnswer,
  findHeldAnswer,
  type HeldAnswer,
  holdAnswer,
  nameAnswer,
  readHeldAnswers,
} from './held-answer-store.ts';
export { readSetHours, type SetHours, setHours } from './hours-store.ts';
export { type InboxResult, noteCarried, readClaim, recordFailure, settleInbound, tidyInbox } from './inbox-store.ts';
export { type Inquiry, recordInquiry } from './inquiry-store.ts';
export { isAmong } from './is-among.ts';
export { LOOK_AGAIN_MS } from './key-ring.ts';
export { type KeyStanding, readKeyStandings } from './key-standing.ts';
export type { DraftsTable } from './knowledge-tables.ts';
export { readLastHeard } from './last-heard-store.ts';
export { countHolders, holdsLease, releaseLease, takeLease } from './lease-store.ts';
export { keepLeftWords, type LeftWords, readLeftWords } from './left-words-store.ts';
export {
  appendLines,
  type NewLine,
  openLine,
  readLastSeqs,
  readLatestLines,
  readLines,
  replaceLine,
} from './line-store.ts';
export { type LineVersion, readLineVersions, readPlatformId, reviseLine } from './line-version-store.ts';
export { maskAddress, maskDocument, maskEmail, maskName, maskOrganisation, maskPhone } from './mask.ts';
export { maskNumbersInText } from './mask-text.ts';
export { beginKeyFileRotation, endKeyFileRotation, openKeyRing } from './master-key.ts';
export { type MigrationStanding, migrate, readMigrations } from './migrate.ts';
export { insertRequest, personalOf, withDerived } from './new-request-store.ts';
export {
  type OwedLine,
  type Progress,
  readNextDue,
  readOwedTo,
  readUndelivered,
  recordProgress,
} from './owed-store.ts';
export { readPastWaits } from './past-wait-store.ts';
export {
  countPending,
  keepInbound,
  markSetAside,
  type Pending,
  readHandled,
  readPending,
  readSetAside,
} from './pending-store.ts';
export { createTokenStore } from './platform-token-store.ts';
export { joinQueue, leaveQueue, readQueue } from './queue-store.ts';
export {
  closeFollowUp,
  countRatings,
  type FollowUp,
  openFollowUp,
  readFollowUps,
  recordRating,
} from './rating-store.ts';
export {
  appendPublication,
  findReleaseContent,
  insertRelease,
  RELEASES_LOCK,
  readPublications,
  readReleases,
  readStanding,
  type StoredRelease,
} from './release-store.ts';
export {
  appendRequestEvent,
  readEventsOf,
  readRequestEvents,
  type StoredEvent,
} from './request-event-store.ts';
export { findRequestsBy } from './request-index-store.ts';
export {
  correctPersonal,
  findRequest,
  findRequestByDraft,
  findRequestsOf,
  nameConversationsOf,
  nameRequest,
  openRequestsOf,
  type RequestPage,
  readRequestHeads,
  readRequests,
  readSealedRequests,
  type SealedRequest,
  type StoredRequest,
} from './request-store.ts';
export { resealAll, resealSome } from './reseal.ts';
export * as retained from './retention/index.ts';
export type { Sealer } from './seal.ts';
export { hashSecret, makeId, makeSecret, matchSecret, type RandomBytes } from './secret.ts';
export { takeNextNumber } from './sequence-store.ts';
export { readStaffNames } from './staff-name-store.ts';
export { openEngine, openStore, type Store, type StoreOptions } from './store.ts';
export { TABLE_FACTS, TABLE_NAMES, type TableName } from './table-order.ts';
export {
  dropTimer,
  ensureTimer,
  moveTimer,
  readDueTimers,
  readNextTimer,
  setTimer,
  type Timer,
  takeTimer,
} from './timer-store.ts';
export {
  type MissKind,
  openUnanswered,
  readUnanswered,
  recordUnanswered,
  settleUnanswered,
  type Unanswered,
} from './unanswered-store.ts';

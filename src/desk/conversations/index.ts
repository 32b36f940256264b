/** Conversations staff look after: claimed by one, forwarded, answered, handed back. */
export {
  changeCannedReply,
  insertCannedReply,
  readCannedReplies,
  removeCannedReply,
} from './canned-reply-store.ts';
export { type Claimed, claimConversation } from './claim.ts';
export { createComeBack, STAFF_QUIET } from './come-back.ts';
export { maskDesksWords } from './mask-words.ts';
export { insertNote, readNotes } from './note-store.ts';
export { endConversation, forwardConversation } from './pass-on.ts';
export { readLinesForStaff } from './read-lines-for-staff.ts';
export type { ConversationWorld } from './speak.ts';
export { findVisit, findVisits, type Visit } from './visit-store.ts';
export { createWaitingNote } from './waiting-note.ts';

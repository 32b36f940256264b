/** Who works at the desk: accounts, how they sign in, and their sessions. */
export { changePassword, type PasswordChanged } from './change-password.ts';
export { findStaffByChat, readChatAccount } from './chat-account-store.ts';
export { beginEnrolment, confirmEnrolment } from './enrol.ts';
export { enterCode } from './enter-code.ts';
export { createFirstAdministrator } from './first-administrator.ts';
export { enterChatCode, linkChatAccount, makeChatCode, unlinkChatAccount } from './link-chat-account.ts';
export {
  changeRights,
  createAccount,
  makePassword,
  resetAccount,
  setDisabled,
} from './manage-accounts.ts';
export { normaliseAddress } from './normalise-address.ts';
export { createPasswords, LONGEST_PASSWORD, type Passwords } from './passwords.ts';
export { deleteSession, deleteSessionsOf, type Stage } from './session-store.ts';
export {
  advanceSession,
  equalTokens,
  findEndedSessions,
  type LiveSession,
  makeCsrfToken,
  nextStage,
  readSession,
  renewSession,
} from './sessions.ts';
export { enterBySignOn, type SignedIn, signIn } from './sign-in.ts';
export {
  createSingleSignOn,
  readFlow,
  type SignOnFlow,
  type SingleSignOn,
  type SingleSignOnSettings,
} from './single-sign-on.ts';
export { findStaff, findStaffByName, readIdsNamed, readStaff, type Staff } from './staff-store.ts';
export { findUnit, insertUnit, readUnits, renameUnit, type Unit } from './unit-store.ts';

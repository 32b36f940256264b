/** What was done at the desk, by whom, in a chain that shows when it was tampered with. */
export { AUDIT_EVENTS, type AuditEntry, type AuditEvent } from './audit-event.ts';
export { type AuditQuery, appendAudit, type ChainedEntry, findAudit, readChain } from './audit-store.ts';
export { readNames } from './read-names.ts';
export { type Verdict, verifyAudit } from './verify-audit.ts';

/**
 * What is recorded, in the words of the OWASP Application Logging Vocabulary
 * (https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html); the desk's own events stand last.
 */
export const AUDIT_EVENTS = [
  'authn_login_success',
  'authn_login_fail',
  'authn_login_fail_max',
  'authn_password_change',
  'authn_password_change_fail',
  'authn_token_created',
  'authn_token_revoked',
  'authz_fail',
  'authz_admin',
  'excess_rate_limit_exceeded',
  'privilege_permissions_changed',
  'sensitive_read',
  'sensitive_update',
  'session_created',
  'session_renewed',
  'session_expired',
  'session_ended',
  'sys_startup',
  'sys_shutdown',
  'user_created',
  'user_updated',
  'user_archived',
  'chat_account_linked',
  'chat_account_unlinked',
  'conversation_claimed',
  'conversation_forwarded',
  'conversation_handed_back',
  'conversation_ended',
  'conversation_returned',
  'answer_edited',
  'answer_released',
  'answer_rejected',
  'case_event',
  'knowledge_drafted',
  'knowledge_reviewed',
  'knowledge_published',
  'audit_export',
  'figures_export',
  'report_approved',
  'hours_changed',
  'retention_run',
  'key_rotation_started',
  'key_rotation_done',
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** One thing that was done. Nothing in it may be personal data of a citizen. */
export interface AuditEntry {
  readonly at: string;
  readonly event: AuditEvent;
  /** `staff:<id>`, `cli:<system user>`, `desk`, or `nobody` before anybody is known. */
  readonly actor: string;
  /** `staff:<id>`, `conversation:<id>`, `request:<number>`, `release:<hash>`, `draft:<id>`, `answer:<id>`, `hours` or empty. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Parts people at the desk play, named after the steps of the process: registration, handling, review, approval and so on. */
export const ROLES = [
  'registrar',
  'handler',
  'unit_head',
  'secrecy_reviewer',
  'approver',
  'chat_agent',
  'knowledge_editor',
  'knowledge_publisher',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

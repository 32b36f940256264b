import type { Role } from '../../roles.ts';

const CASE_WORKERS = ['registrar', 'handler', 'unit_head', 'approver'] as const satisfies readonly Role[];
const EVERYONE = [...CASE_WORKERS, 'secrecy_reviewer', 'chat_agent', 'auditor'] as const satisfies readonly Role[];

/**
 * Who sees which field of a request, wherever one is shown. The administrator stands in no row. Who reviews secrecy
 * judges what is asked and answered, not who asks.
 */
export const REQUEST_FIELDS = {
  number: EVERYONE,
  state: EVERYONE,
  channel: EVERYONE,
  filedOn: EVERYONE,
  receivedOn: EVERYONE,
  dueOn: EVERYONE,
  dueProvisional: EVERYONE,
  workdaysLeft: EVERYONE,
  standing: EVERYONE,
  events: EVERYONE,
  clocks: EVERYONE,
  about: [...CASE_WORKERS, 'secrecy_reviewer', 'chat_agent'],
  description: [...CASE_WORKERS, 'secrecy_reviewer'],
  provision: [...CASE_WORKERS, 'secrecy_reviewer'],
  applicant: CASE_WORKERS,
  name: CASE_WORKERS,
  personal: CASE_WORKERS,
  documentKind: CASE_WORKERS,
  delivery: CASE_WORKERS,
  attachments: CASE_WORKERS,
  written: CASE_WORKERS,
  readdressed: CASE_WORKERS,
  carriedFrom: CASE_WORKERS,
} as const satisfies Record<string, readonly Role[]>;
export type RequestField = keyof typeof REQUEST_FIELDS;

/** The fields somebody with these roles sees. */
export function fieldsOf(roles: readonly Role[]): ReadonlySet<RequestField> {
  const fields = Object.keys(REQUEST_FIELDS) as RequestField[];
  return new Set(fields.filter((field) => REQUEST_FIELDS[field].some((role) => roles.includes(role))));
}

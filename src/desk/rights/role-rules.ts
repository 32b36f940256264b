import type { Role } from '../../roles.ts';

/** Roles that must give a code of an authenticator besides the password. */
const NEED_CODE: ReadonlySet<Role> = new Set(['approver', 'secrecy_reviewer', 'administrator']);

/**
 * Roles an account holds alone. Who manages accounts must not reach personal data by giving themselves one more role,
 * and who checks the record must not be among those it is about.
 */
const ALONE: ReadonlySet<Role> = new Set(['administrator', 'auditor']);

export function needsCode(roles: readonly Role[]): boolean {
  return roles.some((role) => NEED_CODE.has(role));
}

/** The role that cannot stand beside the others given; undefined when all may stand together. */
export function findConflict(roles: readonly Role[]): Role | undefined {
  return roles.length > 1 ? roles.find((role) => ALONE.has(role)) : undefined;
}

/** Who may do what at the desk: one table, and the question asked of it. */
export { ACTIONS, type Action, STATES, type State, type SubjectKind } from './actions.ts';
export { type Grant, MATRIX, PARTIES, type Party } from './matrix.ts';
export { type Actor, listActions, may, mayAtAll, NOBODY, NOTHING, type Subject } from './may.ts';
export { fieldsOf, type RequestField } from './request-fields.ts';
export { findConflict, needsCode } from './role-rules.ts';

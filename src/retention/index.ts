/** How long what is kept: what is due, erasing it, and doing so every night. */
export { listClosedStates } from './closed-states.ts';
export { readKeptFields } from './kept-fields.ts';
export { createRetentionJob } from './retention-job.ts';
export { type Due, previewRetention, type RetentionOptions, stepRetention } from './run-retention.ts';

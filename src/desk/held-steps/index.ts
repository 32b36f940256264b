/** Steps that hand documents over, held for ten seconds on the server so that they can be taken back. */
export { doHeldStep } from './do-held-step.ts';
export { createHeldStepJob } from './held-step-job.ts';
export { HELD_STEP, insertHeldStep, readHeldSteps, takeHeldStep } from './held-step-store.ts';
export { sayRefused } from './say-refused.ts';

/** Whatever is held for ten seconds on the server so that it can be taken back: its timer, its job. */
export { type Attempt, createHoldingJob } from './create-holding-job.ts';
export { beginHolding, endHolding, type Held, type Holding, takeOwnHeld } from './hold.ts';

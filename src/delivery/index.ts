/** Messages in, lines out: claims, order, the transaction around a turn. */
export { createDeskFiles } from './attachments/desk-files.ts';
export { createDesk, type DeskOptions, type DrainableDesk } from './create-desk.ts';
export { WAITING_NOTE } from './effects/ask-for-staff.ts';
export { ANSWER_NOTE } from './effects/hold-answer.ts';
export { openRequest } from './effects/open-request.ts';
export { forgetDraft } from './forget-draft.ts';
export type { CountDelivery, DeliveryEvent } from './platform/count-delivery.ts';
export { createPipeline, type Pipeline, type PipelineOptions, type PipelineRole } from './platform/create-pipeline.ts';
export { makeDispatchKey } from './platform/dispatch-key.ts';
export { createLoop } from './platform/loop.ts';
export { createTicker, type Job, type Ticker } from './ticker/create-ticker.ts';
export { tidy } from './ticker/tidy.ts';
export { createHooks } from './webhooks.ts';

/** What staff see: requests and the queue, personal data masked. */

export { actOnRequest, type EnteredRequest, enterRequest, listActions } from './act-on-request.ts';
export { openAttachment } from './attachments.ts';
export { type ListedFollowUp, listFollowUps } from './list-follow-ups.ts';
export { listQueue } from './list-queue.ts';
export { type ListedRequest, listRequests } from './list-requests.ts';
export { type ListedTrouble, listTroubles } from './list-troubles.ts';
export { type ShownRequest, type ShowOptions, showRequest } from './show-request.ts';

/** What staff can do over HTTP, and the same from inside. */
export { type Answered, callEndpoint } from './call-endpoint.ts';
export { createDeskApi, type DeskApiOptions } from './create-desk-api.ts';
export type { DeskServices } from './services.ts';

/** What staff can do over HTTP. */
export { createDeskApi, type DeskApiOptions } from './create-desk-api.ts';

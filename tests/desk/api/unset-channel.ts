/** How a channel stands whose settings are not complete. */
export const UNSET_CHANNEL = {
  channel: 'telegram',
  configured: false,
  missing: ['TELEGRAM_TOKEN'],
  connected: false,
  why: null,
  lastMessageAt: null,
  pending: 0,
  undelivered: 2,
  setAside: 1,
};

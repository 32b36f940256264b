/** What changed, told to every open console; and who has the same thing open. */
export { type ChangeFeed, createChangeFeed } from './change-feed.ts';
export { createEventStreams, type EventStreams } from './event-streams.ts';
export { type Present, readPresent, tellPresence } from './presence-store.ts';

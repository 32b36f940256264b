/** A room of staff on a chat platform: cards, threads, and what is done there. */
export { createRoom, type KeptRoom } from './create-room.ts';

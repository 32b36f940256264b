import { keyOf, layDigest, nameDigest, readDigests, writeText } from '../digests/index.ts';
import { type Kept, keep } from './keep-card.ts';
import { findCard } from './room-store.ts';
import type { RoomWorld } from './room-world.ts';

/** Digests made longer ago are not shown any more where the room was away. */
const SHOWN_MS = 3 * 86_400_000;
const MOST = 20;
/** What a card takes; the rest stands in the console. */
const MOST_CHARACTERS = 2500;

/** Shows the digests made lately, oldest first, each once. What people wrote is left out: the platform is somebody else's. */
export async function keepDigests(world: RoomWorld, now: Date): Promise<Kept> {
  const { services, locale } = world;
  const made = await readDigests(services.store, { most: MOST, since: new Date(now.getTime() - SHOWN_MS) });
  for (const issued of made.toReversed()) {
    const subject = `digest:${nameDigest(keyOf(issued))}`;
    if (await findCard(services.store, subject)) continue;
    const laid = layDigest(issued.digest, { messages: services.messages, locale, number: issued.number });
    const text = writeText(laid);
    const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
    const kept = await keep(world, { subject, card: { text: short, choices: [] }, over: true }, now);
    if ('kind' in kept) return kept;
  }
  return undefined;
}

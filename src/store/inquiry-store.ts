import type { Day } from '../day.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import type { InquiriesTable } from './opinion-tables.ts';
import { prepareQuery } from './prepare-query.ts';

/** What was asked and what came of it. Whoever asked cannot be found from it, nor their words. */
export interface Inquiry {
  readonly on: Day;
  readonly kind: InquiriesTable['kind'];
  /** Id of the entry, figure, matter or intent. Never a request's number. */
  readonly subject: string | null;
  /** Name of the authority referred to. */
  readonly authority: string | null;
  /** Division code of the place asked about; kept down to the county. null: none was named for sure. */
  readonly place: string | null;
  /** Probability from 0 to 1; kept as a band. */
  readonly confidence: number;
  /** Somebody set on filing chose to read what is published instead. */
  readonly instead: boolean;
  /** Hash of the release answered from. */
  readonly release: string | null;
}

/** Bands of confidence, as figures and the knowledge's editors speak of them. */
function bandOf(confidence: number): InquiriesTable['band'] {
  if (confidence >= 0.9) return 'high';
  if (confidence >= 0.7) return 'middle';
  return confidence > 0 ? 'low' : 'none';
}

/** Digits of a county's code: what lies below is nearer to somebody's door than a count needs. */
const COUNTY = 6;

const storeInquiry = prepareQuery((db, given: InquiriesTable) =>
  db.insertInto('inquiries').values({
    id: given.id,
    on_day: given.on_day,
    channel: given.channel,
    voice: given.voice,
    kind: given.kind,
    subject: given.subject,
    authority: given.authority,
    place: given.place,
    band: given.band,
    instead: given.instead,
    release: given.release,
  }),
);

/** Adds an inquiry; there is no function that changes or removes one. */
export async function recordInquiry(
  { db, sealer }: Executor,
  key: ConversationKey,
  message: string,
  { on, confidence, instead, place, ...inquiry }: Inquiry,
): Promise<void> {
  const { channel, conversation } = key;
  const id = sealer.hash('inquiry', JSON.stringify([channel, conversation, 'message', message]));
  // Tells one voice from another on one day; leads back to nobody, and tomorrow it is another.
  const voice = sealer.hash('inquiry', JSON.stringify([channel, conversation, 'day', on])).slice(0, 24);
  await storeInquiry(db, {
    id,
    on_day: on,
    channel,
    voice,
    ...inquiry,
    place: place?.slice(0, COUNTY) ?? null,
    band: bandOf(confidence),
    instead: instead ? 1 : 0,
  });
}

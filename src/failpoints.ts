/**
 * Every place where the desk writes something durable or calls somebody outside: before and after each, a run of the
 * chaos command may stop, kill or hold up the process. Nothing else arms them; unarmed they cost a comparison.
 */
export const POINTS_AROUND = [
  /** One transaction of the database, whatever it writes. */
  'store.commit',
  /** Messages kept before they are acknowledged. */
  'intake.keep',
  'spool.append',
  'spool.rename',
  'spool.apply',
  'spool.forget',
  /** Conversations taken by this process. */
  'claim.take',
  /** All a message brings about, within the open transaction. */
  'turn.write',
  /** A message given up after too many failures, within the open transaction. */
  'aside.write',
  /** A part handed to the platform. */
  'send.call',
  'send.record',
  /** Lines that ride on an answer, recorded before the answer leaves. */
  'carry.record',
  /** What a timer is for, within the open transaction. */
  'timer.do',
  /** A file fetched from the platform. */
  'file.fetch',
  'file.settle',
  /** A file handed to the virus scanner. */
  'file.scan',
  /** What an adapter asks of its platform over HTTP of its own: tokens, files, messages. */
  'platform.fetch',
  /** Other processes told. */
  'notice.send',
  /** A digest laid down as an e-mail file. */
  'mail.write',
] as const;

/** Passed only when staff do something, which the citizens of a run of chaos do not: tests fail there. */
export const STAFF_POINTS_AROUND = [
  /** A card handed to the room of the staff. */
  'room.post',
  /** An address of the knowledge asked for. */
  'link.ask',
  /** The sign-in service asked for its addresses, or who somebody is. */
  'sign-on.ask',
] as const;

export type PointAround = (typeof POINTS_AROUND | typeof STAFF_POINTS_AROUND)[number];
export type Failpoint = `${PointAround}.${'before' | 'after'}`;

/** Those a run of chaos stops, kills or holds up processes at. */
export const FAILPOINTS: readonly Failpoint[] = POINTS_AROUND.flatMap(
  (name) => [`${name}.before`, `${name}.after`] as const,
);

type Reach = (name: Failpoint) => Promise<void> | void;

let reach: Reach | undefined;

/** Arms every failpoint of this process. Only the processes of the chaos command and tests do. */
export function armFailpoints(onReach: Reach | undefined): void {
  reach = onReach;
}

/** Does the work, passing the failpoint before it and, when it succeeded, the one after it. */
export async function betweenPoints<T>(name: PointAround, work: () => Promise<T>): Promise<T> {
  const armed = reach;
  if (!armed) return work();
  await armed(`${name}.before`);
  const result = await work();
  await armed(`${name}.after`);
  return result;
}

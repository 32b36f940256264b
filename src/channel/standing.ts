/** How one channel stands. Instants are ISO 8601 in UTC. Nothing in it is secret. */
export interface ChannelStanding {
  readonly channel: string;
  /** Whether it has every setting it needs. */
  readonly configured: boolean;
  /** Names of the settings it lacks. */
  readonly missing: readonly string[];
  readonly connected: boolean;
  /** Why it is not connected, when that is known. */
  readonly why: string | null;
  readonly lastMessageAt: string | null;
  /** Messages accepted and not handled yet. */
  readonly pending: number;
  readonly undelivered: number;
  readonly setAside: number;
}

/** That a release is served from an instant on. Instants are ISO 8601 in UTC. */
export interface Publication {
  readonly seq: number;
  readonly release: string;
  readonly from: string;
  readonly publishedAt: string;
  readonly by: string;
  readonly why: string | null;
  /** Why it was published although a test question was answered worse; null when none was. */
  readonly because: string | null;
}

/** The publication in force: the latest beginning wins, of those beginning together the last published. */
export function findInForce(publications: readonly Publication[], at: Date): Publication | undefined {
  const instant = at.toISOString();
  let found: Publication | undefined;
  for (const each of publications) {
    if (each.from > instant) continue;
    if (!found || each.from > found.from || (each.from === found.from && each.seq > found.seq)) found = each;
  }
  return found;
}

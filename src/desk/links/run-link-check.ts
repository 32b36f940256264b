import type { LinkState } from '../../knowledge-links/check-link.ts';
import type { KnownLink } from '../../knowledge-links/list-links.ts';
import { countHolders, type Executor, noteChange, releaseLease, type Store, takeLease } from '../../store/index.ts';
import { beginLinks, settleLink } from './link-store.ts';

const LEASE = 'link_check';
/** A run that stood still this long has died with its process: anybody may begin anew. */
const LEASE_MS = 120_000;

/** Asks for addresses; hears of each as it is done, and gives them all at the end, judged together. */
export type LinkChecker = (
  addresses: readonly string[],
  onChecked: (address: string, state: LinkState) => void,
) => Promise<ReadonlyMap<string, LinkState>>;

interface Run {
  readonly holder: string;
  readonly now: Date;
}

const lease = (now: Date) => ({ now, until: new Date(now.getTime() + LEASE_MS) });

export async function isChecking(executor: Executor, now: Date): Promise<boolean> {
  return (await countHolders(executor, LEASE, now)) > 0;
}

/** Makes every address wait, unless a run goes on already; says whether it did. Call within a transaction. */
export async function beginLinkCheck(
  executor: Executor,
  links: readonly KnownLink[],
  { holder, now }: Run,
): Promise<boolean> {
  if ((await takeLease(executor, LEASE, holder, lease(now))) === undefined) return false;
  await beginLinks(executor, links);
  await noteChange(executor, 'links', now);
  return true;
}

/** Asks for every address and keeps what becomes of each as it comes, so that everybody sees how far it is. */
export async function runLinkCheck(
  store: Store,
  links: readonly KnownLink[],
  { holder, now, check }: { readonly holder: string; readonly now: () => Date; readonly check: LinkChecker },
): Promise<void> {
  let kept: Promise<unknown> = Promise.resolve();
  const keep = (url: string, state: LinkState) =>
    store.transaction(async (executor) => {
      const at = now();
      if ((await takeLease(executor, LEASE, holder, lease(at))) === undefined) return;
      await settleLink(executor, url, state, at);
      await noteChange(executor, 'links', at);
    });
  const told = new Map<string, LinkState>();
  try {
    const final = await check(
      links.map(({ url }) => url),
      (url, state) => {
        told.set(url, state);
        kept = kept.then(() => keep(url, state));
        // It is heard of below, once all have been asked.
        kept.catch(() => undefined);
      },
    );
    await kept;
    for (const [url, state] of final) if (told.get(url) !== state) await keep(url, state);
  } finally {
    await kept.catch(() => undefined);
    await store.transaction(async (executor) => {
      await releaseLease(executor, LEASE, holder, now());
      await noteChange(executor, 'links', now());
    });
  }
}

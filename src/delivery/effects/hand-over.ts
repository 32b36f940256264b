import type { DeskEvent } from '../../conversation/effect.ts';
import { DeskError } from '../../errors.ts';
import type { Draft } from '../../requests/form/draft.ts';
import { forgetHandOvers, keepHandOver, takeHandOver } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';

/** How long a link may be used. */
const MINUTES = 30;
/** Length of a token before it is written down: nobody guesses 256 bits. */
const TOKEN_BYTES = 32;

/** Makes a link that takes a draft to the form page, once. `url` is null when nobody has said where the page is. */
export async function handOver(context: EffectContext, draft: Draft): Promise<DeskEvent> {
  const { executor, key, now, random, pageUrl } = context;
  await forgetHandOvers(executor, now);
  if (pageUrl === undefined) return { kind: 'hand_over_made', url: null, minutes: MINUTES };
  const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url');
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  await keepHandOver(executor, key, { token, draft, expiresAt });
  // Behind the hash: it is sent to no server, stands in no log, and a preview that fetches the link does not use it up.
  const url = new URL(pageUrl);
  url.hash = `hand-over=${token}`;
  return { kind: 'hand_over_made', url: url.href, minutes: MINUTES };
}

/** Takes up a draft on the page. A chat may not: it would bring personal data back to where it must not be. */
export async function openHandOver(context: EffectContext, token: string): Promise<DeskEvent> {
  const { executor, key, now, handOver: kind } = context;
  if (kind !== undefined) throw new DeskError('INPUT_INVALID', 'a draft can only be taken up on the form page');
  const draft = await takeHandOver(executor, key, token, now);
  return draft ? { kind: 'hand_over_opened', draft } : { kind: 'hand_over_gone', minutes: MINUTES };
}

import { holdCase, type LoadedCase } from '../../cases/index.ts';
import type { EffectContext } from './effect-context.ts';

/** Numbers of the cases this one was carried over from and into. */
function numbersBeside({ view }: LoadedCase): readonly string[] {
  const events = [view.last.readdressed, view.last.carried_over];
  return events.flatMap((event) => (event?.fields.linked === undefined ? [] : [String(event.fields.linked)]));
}

function isOfSamePerson({ personal: one }: LoadedCase['request'], { personal: other }: LoadedCase['request']): boolean {
  return one.name === other.name && one.documentNumber === other.documentNumber;
}

/**
 * The other cases the same request became when it was addressed to other authorities (711号令 art. 36(5)), before and
 * after, held. Only those of the same person: what a log says of another case is no proof of whose it is.
 */
export async function listReaddressed(context: EffectContext, from: LoadedCase): Promise<readonly LoadedCase[]> {
  const known = new Set([from.request.number]);
  const found: LoadedCase[] = [];
  const open = numbersBeside(from).slice();
  for (let number = open.shift(); number !== undefined; number = open.shift()) {
    if (known.has(number)) continue;
    known.add(number);
    const loaded = await holdCase(context.executor, context.regimes, number);
    if (!loaded || !isOfSamePerson(from.request, loaded.request)) continue;
    found.push(loaded);
    open.push(...numbersBeside(loaded));
  }
  return found;
}

import { findPlaces, type LoadedCase, loadCase } from '../../cases/index.ts';
import { nameRequest } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';

/**
 * A case by its number alone, for the conversation it was filed in or begun in: buttons under its notices lead here.
 * Undefined for anybody else, as for a number that does not exist. Never the way to anything personal.
 */
export async function openCaseHere(context: EffectContext, number: string): Promise<LoadedCase | undefined> {
  const { executor, key, regimes } = context;
  await executor.lock(nameRequest(number));
  const loaded = await loadCase(executor, regimes, number);
  if (!loaded) return undefined;
  const places = await findPlaces(context, loaded.request);
  return places.some(({ channel, conversation }) => channel === key.channel && conversation === key.conversation)
    ? loaded
    : undefined;
}

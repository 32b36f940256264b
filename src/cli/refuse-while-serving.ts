import { DeskError } from '../errors.ts';
import type { CliContext } from './context.ts';
import { readServing } from './serving-file.ts';

/** @throws DeskError INPUT_INVALID while a desk of this folder serves: what it stored meanwhile would be lost */
export function refuseWhileServing(context: CliContext): void {
  const serving = readServing(context.config().dataDirectory);
  if (!serving) return;
  throw new DeskError('INPUT_INVALID', context.say('store.serving', { pid: serving.pid }), {
    hint: context.say('store.serving_hint'),
  });
}

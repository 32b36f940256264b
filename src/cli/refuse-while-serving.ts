import { DeskError } from '../errors.ts';
import { countServing, type StoreOptions } from '../store/index.ts';
import type { CliContext } from './context.ts';
import { readServing } from './serving-file.ts';

/**
 * A file is served by the process of its folder, a database by processes on any machine.
 * @throws DeskError INPUT_INVALID while a desk serves from where `options` point: what it stored meanwhile would be lost
 */
export async function refuseWhileServing(context: CliContext, options: StoreOptions): Promise<void> {
  if (options.database) {
    const many = await countServing(options);
    if (many === 0) return;
    throw new DeskError('INPUT_INVALID', context.say('store.served', { many }), {
      hint: context.say('store.served_hint'),
    });
  }
  const serving = readServing(options.directory);
  if (!serving) return;
  throw new DeskError('INPUT_INVALID', context.say('store.serving', { pid: serving.pid }), {
    hint: context.say('store.serving_hint'),
  });
}

import type { Hook } from '../channel/hook.ts';
import type { Pipeline } from './platform/create-pipeline.ts';

/**
 * Where platforms deliver: `/hooks/telegram` for the first account, `/hooks/telegram/2` for the second. A channel that
 * did not start has no place, so its deliveries are answered 404 like any other unknown address.
 */
export function createHooks(pipelines: readonly Pipeline[]): readonly Hook[] {
  return pipelines.map(({ channel, answer }) => {
    const [, platform = channel, account] = /^(.+)-(\d+)$/u.exec(channel) ?? [];
    return { path: account === undefined ? `/hooks/${platform}` : `/hooks/${platform}/${account}`, handle: answer };
  });
}

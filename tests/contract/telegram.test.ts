import { telegram } from '../../adapters/telegram/index.ts';
import { startFakeTelegram } from '../fakes/telegram.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

const harness = { module: telegram, startFake: (clock: () => Date) => startFakeTelegram(clock) };

describeChannel(
  platform('telegram', harness, {
    stale: 'the platform signs no time',
    signed_body: 'a secret header stands in for a signature over the body',
    token_expired: 'a bot token does not end',
    window_closed: 'a bot may always write',
  }),
);

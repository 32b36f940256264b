import { slack } from '../../adapters/slack/index.ts';
import { startFakeSlack } from '../fakes/slack.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

describeChannel(
  platform(
    'slack',
    { module: slack, startFake: (clock) => startFakeSlack(clock) },
    { token_expired: 'a bot token does not end', window_closed: 'an app may always write' },
  ),
);

import { feishu } from '../../adapters/feishu/index.ts';
import { startFakeFeishu } from '../fakes/feishu.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

describeChannel(
  platform(
    'feishu',
    { module: feishu, startFake: (clock) => startFakeFeishu(clock) },
    { window_closed: 'a bot may always write' },
  ),
);

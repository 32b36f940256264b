import { wecom } from '../../adapters/wecom/index.ts';
import { startFakeWecom } from '../fakes/wecom.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

describeChannel(
  platform(
    'wecom',
    { module: wecom, startFake: (clock) => startFakeWecom(clock) },
    { window_closed: 'an application may always write' },
  ),
);

import { wechat } from '../../adapters/wechat/index.ts';
import { startFakeWechat } from '../fakes/wechat.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

describeChannel(platform('wechat in safe mode', { module: wechat, startFake: (clock) => startFakeWechat(clock) }));
describeChannel(
  platform(
    'wechat in plain mode',
    { module: wechat, startFake: (clock) => startFakeWechat(clock, { mode: 'plain' }) },
    { signed_body: 'plain mode signs token, time and nonce only' },
  ),
);

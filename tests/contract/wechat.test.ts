import { wechat } from '../../adapters/wechat/index.ts';
import { startFakeWechat } from '../fakes/wechat.ts';
import { describeChannel } from './channel.ts';

describeChannel('wechat in safe mode', { module: wechat, startFake: (clock) => startFakeWechat(clock) });
describeChannel('wechat in plain mode', {
  module: wechat,
  startFake: (clock) => startFakeWechat(clock, { mode: 'plain' }),
});

import { wechat } from '../../adapters/wechat/index.ts';
import { startFakeWechat } from '../fakes/wechat.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

const NO_FILES = { sends_files: 'the platform has no kind of message for a file' };

describeChannel(
  platform('wechat in safe mode', { module: wechat, startFake: (clock) => startFakeWechat(clock) }, NO_FILES),
);
describeChannel(
  platform(
    'wechat in plain mode',
    { module: wechat, startFake: (clock) => startFakeWechat(clock, { mode: 'plain' }) },
    { ...NO_FILES, signed_body: 'plain mode signs token, time and nonce only' },
  ),
);

import { dingtalk } from '../../adapters/dingtalk/index.ts';
import { startFakeDingtalk } from '../fakes/dingtalk.ts';
import { describeChannel } from './channel.ts';
import { platform } from './platform.ts';

const LACKS = {
  signed_body: 'the platform signs the time only',
  window_closed: 'past the session the API takes its place',
};

describeChannel(
  platform(
    'dingtalk, answered by session',
    { module: dingtalk, startFake: (clock) => startFakeDingtalk(clock) },
    { ...LACKS, token_expired: 'a session is answered without a token' },
  ),
);
describeChannel(
  platform(
    'dingtalk, answered by the API',
    { module: dingtalk, startFake: (clock) => startFakeDingtalk(clock, { sessionMs: 0 }) },
    LACKS,
  ),
);

import { dingtalk } from '../../adapters/dingtalk/index.ts';
import { startFakeDingtalk } from '../fakes/dingtalk.ts';
import { describeChannel } from './channel.ts';

describeChannel('dingtalk, answered by session', {
  module: dingtalk,
  startFake: (clock) => startFakeDingtalk(clock),
});
describeChannel('dingtalk, answered by the API', {
  module: dingtalk,
  startFake: (clock) => startFakeDingtalk(clock, { sessionMs: 0 }),
});

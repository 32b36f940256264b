import { feishu } from '../../adapters/feishu/index.ts';
import { startFakeFeishu } from '../fakes/feishu.ts';
import { describeChannel } from './channel.ts';

describeChannel('feishu', { module: feishu, startFake: (clock) => startFakeFeishu(clock) });

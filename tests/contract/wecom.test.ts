import { wecom } from '../../adapters/wecom/index.ts';
import { startFakeWecom } from '../fakes/wecom.ts';
import { describeChannel } from './channel.ts';

describeChannel('wecom', { module: wecom, startFake: (clock) => startFakeWecom(clock) });

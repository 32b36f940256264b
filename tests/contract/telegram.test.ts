import { telegram } from '../../adapters/telegram/index.ts';
import { startFakeTelegram } from '../fakes/telegram.ts';
import { describeChannel } from './channel.ts';

describeChannel('telegram', { module: telegram, startFake: (clock) => startFakeTelegram(clock) });

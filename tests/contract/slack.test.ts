import { slack } from '../../adapters/slack/index.ts';
import { startFakeSlack } from '../fakes/slack.ts';
import { describeChannel } from './channel.ts';

describeChannel('slack', { module: slack, startFake: (clock) => startFakeSlack(clock) });

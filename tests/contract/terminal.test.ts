import { describeChannel } from './channel.ts';
import { terminal } from './terminal.ts';

describeChannel(terminal);

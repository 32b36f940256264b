import { describeChannel } from './channel.ts';
import { web } from './web.ts';

describeChannel(web);

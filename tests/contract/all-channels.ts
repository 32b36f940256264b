import { platform } from './platform.ts';
import { PLATFORMS } from './platforms.ts';
import { terminal } from './terminal.ts';
import { web } from './web.ts';

/** All eight channels, for what is to be the same on each of them. */
export const CHANNELS = [web, terminal, ...Object.entries(PLATFORMS).map(([name, harness]) => platform(name, harness))];

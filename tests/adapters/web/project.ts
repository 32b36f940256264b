import { join, resolve } from 'node:path';
import { loadMessages } from '../../../src/messages.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const messages = loadMessages(join(ROOT, 'messages'));

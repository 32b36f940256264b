import { PassThrough } from 'node:stream';
import type { PlatformModule } from '../../src/channel/adapter.ts';
import { PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { readConfig } from '../../src/config.ts';
import { DeskError } from '../../src/errors.ts';
import { message } from '../delivery/desk-under-test.ts';
import { createPlainAdapter, readingOf } from '../delivery/platform/plain-adapter.ts';
import { NOW } from '../store/now.ts';

const setting = (name: string) => ({ name, meaning: '', required: true, secret: true });

/** A platform that is told in its settings what to deliver, and whether to refuse to open. */
const plain: PlatformModule = {
  name: 'plain',
  capabilities: PLAIN_CAPABILITIES,
  settings: [setting('PLAIN_TOKEN')],
  open: async ({ PLAIN_TOKEN: token = '' }) => {
    if (token === 'malformed') throw new DeskError('CONFIG_INVALID', 'PLAIN_TOKEN: malformed');
    const adapter = createPlainAdapter();
    adapter.nextReading(readingOf(message('m1', token, `plain:${token}:a`, 'plain')));
    const refuse = async () => {
      throw new Error(`https://plain.example/bot${token} refused`);
    };
    return token === 'unreachable' ? { ...adapter, start: refuse } : adapter;
  },
};
const broken: PlatformModule = { ...plain, name: 'broken', settings: [setting('BROKEN_TOKEN'), setting('BROKEN_KEY')] };

/** What a command is given of the world, with these settings; texts are their keys. */
export function openContext(directory: string, settings: Record<string, string>) {
  const output = new PassThrough();
  const context: CliContext = {
    config: () => readConfig({ DESK_DATA: directory, DESK_LOG_LEVEL: 'silent' }, directory),
    otherSettings: () => settings,
    messages: () => ({ 'zh-CN': { 'conversation.sources': '依据' }, en: {} }),
    say: (key, values = {}) => [key, ...Object.values(values)].join(' '),
    input: new PassThrough(),
    output,
    errors: new PassThrough(),
    now: () => NOW,
    channels: {
      platforms: [
        { name: 'plain', load: async () => plain },
        { name: 'broken', load: async () => broken },
        {
          name: 'unused',
          load: () => {
            throw new Error('loaded although no setting speaks of it');
          },
        },
      ],
      loadStaffRoom: async () => ({ name: 'room', settings: [setting('STAFF_TOKEN'), setting('STAFF_KEY')] }),
    } as unknown as CliContext['channels'],
    setExitCode() {},
  };
  return { context, output };
}

import type { Readable, Writable } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import type { ChannelBenchOptions } from '../bench/channel.ts';
import type { PlatformModule } from '../channel/adapter.ts';
import type { Capabilities } from '../channel/capabilities.ts';
import type { Counters } from '../channel/counters.ts';
import type { Adapter, Desk, ReceiveFile } from '../channel/desk.ts';
import type { Hook } from '../channel/hook.ts';
import { spellControls } from '../channel/spell-controls.ts';
import type { StaffRoomModule } from '../channel/staff-room.ts';
import type { Config } from '../config.ts';
import type { Messages, Say } from '../messages.ts';

/** What the composition root hands a channel when it opens it. */
export interface ChannelServices {
  readonly desk: Desk;
  readonly config: Config;
  readonly messages: Messages;
  readonly release: () => { readonly hash: string; readonly authorityName: string };
}

/** The web server also carries what others have to serve. */
export interface WebChannelServices extends ChannelServices {
  readonly receiveFile?: ReceiveFile | undefined;
  readonly hooks?: readonly Hook[];
  /** Serves nothing but health and hooks. */
  readonly hooksOnly?: boolean;
  /** Where calls are counted that may become too many. Default: in this process alone. */
  readonly counters?: Counters | undefined;
  readonly deskApi?: () => Promise<FastifyPluginAsync>;
}

/** A chat platform by name; its code is loaded only when settings speak of it. */
export interface PlatformEntry {
  readonly name: string;
  readonly load: () => Promise<PlatformModule>;
}

export interface ChatOptions {
  readonly as: string;
  readonly input: Readable;
  readonly output: Writable;
}

/** Channels by name, loaded only when a command needs them. Only `main.ts` knows where they live. */
export interface Channels {
  readonly platforms: readonly PlatformEntry[];
  /** The chat platform that can hold a room of staff. */
  readonly loadStaffRoom: () => Promise<StaffRoomModule>;
  readonly openWeb: (services: WebChannelServices) => Promise<Adapter>;
  readonly openTerminal: (
    services: ChannelServices,
    options: ChatOptions,
  ) => Promise<Adapter & { readonly closed: Promise<void> }>;
  /** Loads the code serving needs without opening anything, so that Node's compile cache holds it. */
  readonly loadWeb: () => Promise<void>;
  /** Every channel there is, and what a message becomes on it. */
  readonly describe: () => Promise<readonly { readonly name: string; readonly capabilities: Capabilities }[]>;
  /** Measures the platforms against our fakes of them. */
  readonly bench: (options: ChannelBenchOptions) => Promise<void>;
  /** Whether the page was built from its sources as they are now. */
  readonly isPageFresh: (root: string) => Promise<boolean>;
  /** Builds what the web channel serves when its sources changed. */
  readonly preparePage: (root: string) => Promise<void>;
}

/** Everything a command may use of the world outside. */
export interface CliContext {
  /** Parsed on first use, so that `--help` works with broken settings. */
  readonly config: () => Config;
  /** Settings that are not the desk's own, as the environment and `.env` have them. */
  readonly otherSettings: () => Readonly<Record<string, string>>;
  /** Every text there is. What a release holds is read already: prefer its own. */
  readonly messages: () => Messages;
  readonly say: Say;
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  readonly now: () => Date;
  readonly channels: Channels;
  /** Ends the process with this code once its work is done. */
  readonly setExitCode: (code: number) => void;
}

/** Writes lines to a person's terminal or a file. What anybody's words in them would do to a terminal is spelt out. */
export function print(stream: Writable, text: string): void {
  stream.write(`${spellControls(text)}\n`);
}

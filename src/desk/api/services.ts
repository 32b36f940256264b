import type { Scan } from '../../attachments/index.ts';
import type { CaseRules } from '../../cases/index.ts';
import type { ChannelStanding } from '../../channel/standing.ts';
import type { Release } from '../../conversation/release.ts';
import type { RenderJob } from '../../documents/index.ts';
import type { TreeLocation } from '../../knowledge/index.ts';
import type { HoursFile } from '../../knowledge/schema/hours.ts';
import type { Logger } from '../../logger.ts';
import type { Messages } from '../../messages.ts';
import type { ReportReader } from '../../reports/index.ts';
import type { RetentionOptions } from '../../retention/index.ts';
import type { ConversationKey, RandomBytes, Store } from '../../store/index.ts';
import type { NamedChannel, TryRelease } from '../drafts/index.ts';
import type { Passwords } from '../identity/index.ts';
import type { Keys } from '../keys/index.ts';
import type { LinkChecker } from '../links/index.ts';

/** What the desk's routes need of the house. */
export interface DeskServices {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly random: RandomBytes;
  readonly now: () => Date;
  readonly messages: Messages;
  /** What the desk knows now; it changes when the knowledge is read again. */
  readonly release: () => Release;
  readonly logger: Logger;
  /** Tables of the lifecycle and the calendar, as they are now. */
  readonly caseRules: () => CaseRules;
  /** Address of the desk as people reach it, for links in what they are sent. */
  readonly publicUrl?: string | undefined;
  /** Where the knowledge stands while nothing is published. */
  readonly knowledge: TreeLocation;
  /** Tries a release beside the one served. */
  readonly tryRelease: TryRelease;
  /** Reads the report a file from outside holds, apart from everything else. */
  readonly readReport: ReportReader;
  /** Asks for addresses of the public web. */
  readonly checkLinks: LinkChecker;
  /** Every channel there is, for seeing what a message becomes on it. */
  readonly channels: () => Promise<readonly NamedChannel[]>;
  /** When staff answer by the release alone, whatever was set over it. */
  readonly standardHours: () => HoursFile | undefined;
  /** How long what is kept, as the release has it now. */
  readonly retention: () => RetentionOptions;
  /** How every channel stands now. */
  readonly channelStandings: () => Promise<readonly ChannelStanding[]>;
  /** The keys everything is sealed under. */
  readonly keys: Keys;
  /** Searches a file for viruses. */
  readonly scan: Scan;
  /** Sets a document as PDF. */
  readonly render: (job: RenderJob) => Promise<Uint8Array>;
  /** Name of the authority; an authenticator shows it beside its codes. */
  readonly authorityName: () => string;
  /** Lines were stored in this conversation: who follows it is told now. */
  readonly announce: (key: ConversationKey) => void;
}

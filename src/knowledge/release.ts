import type { Messages } from '../messages.ts';
import type { AnnualReportText } from './schema/annual-report.ts';
import type { Answer, AnswersFile } from './schema/answer.ts';
import type { ApprovalFile } from './schema/approval.ts';
import type { AuthorityProfile } from './schema/authority.ts';
import type { YearCalendar } from './schema/calendar.ts';
import type { DigestFile } from './schema/digest.ts';
import type { DocumentText, Letterhead } from './schema/document.ts';
import type { HoursFile } from './schema/hours.ts';
import type { Intent, Wish } from './schema/intent.ts';
import type { AuthorityKind, Division, KnownAuthority, Matter } from './schema/jurisdiction.ts';
import type { Law } from './schema/law.ts';
import type { ListsFile } from './schema/lists.ts';
import type { PublishedFile } from './schema/published.ts';
import type { Regime } from './schema/regime.ts';
import type { Report } from './schema/report.ts';
import type { RetentionRule } from './schema/retention.ts';
import type { TestQuestion } from './schema/tests.ts';

/** An answer with what its file says of all its answers. */
export type TopicAnswer = Answer & Pick<AnswersFile, 'topic' | 'own' | 'names'> & { readonly topicTitle: string };

/** Everything the desk knows, as read from one authority's folder and the national one. Plain data. */
export interface KnowledgeBase {
  readonly profile: AuthorityProfile;
  readonly laws: readonly Law[];
  readonly answers: readonly TopicAnswer[];
  readonly reports: readonly Report[];
  /** Figures of other authorities' reports; empty lists where there are none. */
  readonly published: PublishedFile;
  /** Holiday notices loaded beside those the program comes with. */
  readonly calendars: readonly YearCalendar[];
  /** Tables of states and events, one for each regulation, oldest first. */
  readonly regimes: readonly Regime[];
  readonly kinds: readonly AuthorityKind[];
  readonly matters: readonly Matter[];
  readonly authorities: readonly KnownAuthority[];
  readonly divisions: readonly Division[];
  readonly intents: readonly Intent[];
  readonly wishes: readonly Wish[];
  readonly synonyms: readonly (readonly string[])[];
  /** What letters and forms say; empty and undefined where an authority makes none. */
  readonly documents: readonly DocumentText[];
  readonly letterhead: Letterhead | undefined;
  /** What the year's report says; undefined where nobody has written it down. */
  readonly annualReport: AnnualReportText | undefined;
  /** Questions asked before every publishing, beside those of the entries. */
  readonly tests: readonly TestQuestion[];
  /** What a person looks at before it is sent; undefined where everything goes out by itself. */
  readonly approval: ApprovalFile | undefined;
  /** When digests are made; undefined where nobody has written it down. */
  readonly digest: DigestFile | undefined;
  /** When staff answer; undefined where nobody has written it down. */
  readonly hours: HoursFile | undefined;
  /** Lists of the report: what is disclosed where, proposals, policies; undefined where nobody keeps them. */
  readonly lists: ListsFile | undefined;
  /** How long what is kept; empty where an authority has not said. */
  readonly retention: readonly RetentionRule[];
}

/** An immutable snapshot the bot answers from. `hash` is of the content, so equal knowledge has equal ids. */
export interface ReleaseData {
  readonly hash: string;
  readonly base: KnowledgeBase;
  readonly messages: Messages;
}

import type { CaseContext } from '../../cases/index.ts';
import type { ConversationKey, RandomBytes } from '../../store/index.ts';

/** What carrying out an effect needs. `executor` is the open transaction of the message being handled. */
export interface EffectContext extends CaseContext {
  readonly key: ConversationKey;
  readonly random: RandomBytes;
  /** First part of request numbers: SPB in SPB-2026-000001. */
  readonly numberPrefix: string;
  /** Whether files sent on this channel can be fetched. */
  readonly takesFiles: boolean;
  /** How this channel hands personal data over to the form page; undefined on the page itself. */
  readonly handOver: 'must' | 'may' | undefined;
}

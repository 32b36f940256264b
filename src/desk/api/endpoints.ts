import type { Endpoint } from './endpoint.ts';
import { ACCOUNT_ENDPOINTS } from './routes/accounts.ts';
import { ANSWER_ENDPOINTS } from './routes/answers.ts';
import { AUDIT_ENDPOINTS } from './routes/audit.ts';
import { CANNED_ENDPOINTS } from './routes/canned-replies.ts';
import { CASE_ENDPOINTS } from './routes/case-actions.ts';
import { CHANNEL_ENDPOINTS } from './routes/channels.ts';
import { CONVERSATION_ENDPOINTS } from './routes/conversations.ts';
import { DIGEST_ENDPOINTS } from './routes/digests.ts';
import { FIGURE_ENDPOINTS } from './routes/figures.ts';
import { FOLLOW_UP_ENDPOINTS } from './routes/follow-ups.ts';
import { HELD_STEP_ENDPOINTS } from './routes/held-steps.ts';
import { HOURS_ENDPOINTS } from './routes/hours.ts';
import { KEY_ENDPOINTS } from './routes/keys.ts';
import { KNOWLEDGE_ENDPOINTS } from './routes/knowledge/index.ts';
import { LEFT_WORDS_ENDPOINTS } from './routes/left-words.ts';
import { PAPER_ENDPOINTS } from './routes/papers.ts';
import { PRESENCE_ENDPOINTS } from './routes/presence.ts';
import { REPLY_ENDPOINTS } from './routes/replies.ts';
import { REPORT_ENDPOINTS } from './routes/reports.ts';
import { REQUEST_ENDPOINTS } from './routes/requests.ts';
import { RETENTION_ENDPOINTS } from './routes/retention.ts';
import { SESSION_ENDPOINTS } from './routes/session.ts';
import { UNIT_ENDPOINTS } from './routes/units.ts';

/** Everything the desk answers. To add to it: an action with its rows in the matrix, an endpoint in a file of `routes/`. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...SESSION_ENDPOINTS,
  ...ACCOUNT_ENDPOINTS,
  ...UNIT_ENDPOINTS,
  ...CHANNEL_ENDPOINTS,
  ...HOURS_ENDPOINTS,
  ...RETENTION_ENDPOINTS,
  ...KEY_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...FIGURE_ENDPOINTS,
  ...DIGEST_ENDPOINTS,
  ...CONVERSATION_ENDPOINTS,
  ...REPLY_ENDPOINTS,
  ...ANSWER_ENDPOINTS,
  ...CANNED_ENDPOINTS,
  ...FOLLOW_UP_ENDPOINTS,
  ...LEFT_WORDS_ENDPOINTS,
  ...KNOWLEDGE_ENDPOINTS,
  ...PRESENCE_ENDPOINTS,
  ...REQUEST_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...PAPER_ENDPOINTS,
  ...CASE_ENDPOINTS,
  ...HELD_STEP_ENDPOINTS,
];

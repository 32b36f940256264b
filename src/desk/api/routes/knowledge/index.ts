import type { Endpoint } from '../../endpoint.ts';
import { DRAFT_ENDPOINTS } from './drafts.ts';
import { ENTRY_ENDPOINTS } from './entries.ts';
import { IMPORT_ENDPOINTS } from './imports.ts';
import { LINK_ENDPOINTS } from './links.ts';
import { LIST_ENDPOINTS } from './lists.ts';
import { PREVIEW_ENDPOINTS } from './preview.ts';
import { RELEASE_ENDPOINTS } from './releases.ts';
import { REPORT_IMPORT_ENDPOINTS } from './report-imports.ts';
import { REVIEW_ENDPOINTS } from './review.ts';
import { UNANSWERED_ENDPOINTS } from './unanswered.ts';

/** Everything editors and publishers of the knowledge do. */
export const KNOWLEDGE_ENDPOINTS: readonly Endpoint[] = [
  ...ENTRY_ENDPOINTS,
  ...PREVIEW_ENDPOINTS,
  ...UNANSWERED_ENDPOINTS,
  ...DRAFT_ENDPOINTS,
  ...REVIEW_ENDPOINTS,
  ...RELEASE_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...REPORT_IMPORT_ENDPOINTS,
  ...LIST_ENDPOINTS,
  ...LINK_ENDPOINTS,
];

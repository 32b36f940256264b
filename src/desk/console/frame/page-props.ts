import type { Session } from '../api/queries.ts';
import type { ConsoleLocale } from '../texts.ts';

/** What every section is told. */
export interface PageProps {
  readonly staff: Session['staff'];
  readonly locale: ConsoleLocale;
}

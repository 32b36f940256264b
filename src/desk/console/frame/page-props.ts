import type { Action, Session } from '../api/queries.ts';
import type { ConsoleLocale } from '../texts.ts';

/** What every section is told. */
export interface PageProps {
  readonly staff: Session['staff'];
  /** What they may do, as the server says. */
  readonly may: ReadonlySet<Action>;
  readonly locale: ConsoleLocale;
}

import type { CaseRules } from '../cases/index.ts';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import { loadRegimes } from '../knowledge/index.ts';
import { buildCalendar } from '../requests/index.ts';
import { writeProblem } from './open-release.ts';

/**
 * Tables and calendar for commands about cases, without the rest of the knowledge.
 * @throws DeskError KNOWLEDGE_INVALID listing every problem with file, line and mend
 */
export function openCaseRules(config: Config): CaseRules {
  const loaded = loadRegimes(config);
  if ('regimes' in loaded) return { regimes: loaded.regimes, calendar: buildCalendar() };
  throw new DeskError('KNOWLEDGE_INVALID', loaded.problems.map(writeProblem).join('\n'), {
    hint: './desk knowledge check',
  });
}

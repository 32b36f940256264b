import { type ActingRules, type CaseRules, rulesOf } from '../cases/index.ts';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import { loadCaseRules } from '../knowledge/index.ts';
import { buildCalendar, layCalendars } from '../requests/index.ts';
import { readRelease, writeProblem } from './open-release.ts';

/**
 * Tables and calendar of the knowledge folder for commands about cases, without the rest of the knowledge.
 * @throws DeskError KNOWLEDGE_INVALID listing every problem with file, line and mend
 */
export function openCaseRules(config: Config): CaseRules {
  const loaded = loadCaseRules(config);
  if ('regimes' in loaded) return { regimes: loaded.regimes, calendar: buildCalendar(layCalendars(loaded.calendars)) };
  throw new DeskError('KNOWLEDGE_INVALID', loaded.problems.map(writeProblem).join('\n'), {
    hint: './desk knowledge check',
  });
}

/**
 * What acting on cases takes: also the texts of documents and messages.
 * @throws DeskError KNOWLEDGE_INVALID listing every problem with file, line and mend
 */
export function openActingRules(config: Config): ActingRules {
  const release = readRelease(config);
  const calendar = buildCalendar(layCalendars(release.base.calendars));
  return rulesOf({ ...release, calendar }, config.publicUrl);
}

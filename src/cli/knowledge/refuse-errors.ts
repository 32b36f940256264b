import { dayOf } from '../../day.ts';
import { DeskError } from '../../errors.ts';
import { checkKnowledge } from '../../knowledge/index.ts';
import type { CliContext } from '../context.ts';
import { writeProblem } from '../open-release.ts';

/** @throws DeskError KNOWLEDGE_INVALID when the folder has errors: such a release could not be served */
export function refuseErrors(context: CliContext): void {
  const problems = checkKnowledge({ ...context.config(), today: dayOf(context.now()) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new DeskError('KNOWLEDGE_INVALID', errors.map(writeProblem).join('\n'), { hint: './desk knowledge check' });
}

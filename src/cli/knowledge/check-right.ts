import { findStaffByName, readStaff } from '../../desk/identity/index.ts';
import { DeskError } from '../../errors.ts';
import type { Executor } from '../../store/index.ts';
import type { CliContext } from '../context.ts';

/**
 * Who publishes is named where accounts exist, and has the right: an account of a knowledge publisher. Before the first
 * account there is nobody but who has the machine.
 * @throws DeskError INPUT_INVALID when nobody fitting is named
 */
export async function checkRight(executor: Executor, by: string | undefined, { say }: CliContext): Promise<void> {
  const publishers = (await readStaff(executor)).filter(({ roles }) => roles.includes('knowledge_publisher'));
  if (publishers.length === 0) return;
  const staff = by === undefined ? undefined : await findStaffByName(executor, by);
  if (staff && staff.disabledAt === null && staff.roles.includes('knowledge_publisher')) return;
  throw new DeskError('INPUT_INVALID', say('knowledge.no_right', { by: by ?? '–' }), {
    hint: say('knowledge.no_right_hint'),
  });
}

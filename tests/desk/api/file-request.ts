import { openCase } from '../../../src/cases/index.ts';
import { REQUESTER } from '../../../src/requests/lifecycle/case-event.ts';
import { seededRandom } from '../../delivery/desk-under-test.ts';
import { shippedRules } from '../../requests/lifecycle/shipped-regimes.ts';
import type { Office } from './open-office.ts';

/** A request as a citizen files it in a chat. */
export async function fileRequest({ store, now }: Pick<Office, 'store' | 'now'>): Promise<string> {
  const opened = await store.transaction((executor) =>
    openCase(
      { ...shippedRules, executor, now: now() },
      {
        draft: { id: 'd1', applicant: 'person', name: '张三', phone: '13800001234', description: '2025年信访工作要点' },
        actor: REQUESTER,
        fields: {},
        random: seededRandom(),
        numberPrefix: 'SPB',
        event: 'filed',
        key: { channel: 'web', conversation: 'c1' },
      },
    ),
  );
  if (!opened.done) throw new Error(JSON.stringify(opened.refusal));
  return opened.number;
}

import type { Day } from '../../src/day.ts';
import type { ReleaseData } from '../../src/knowledge/release.ts';
import { hashSecret, insertRequest, type Store } from '../../src/store/index.ts';
import { openShippedRelease } from '../shipped-release.ts';
import { NOW } from '../store/now.ts';

export const NUMBER = 'SPB-2026-000001';
export const SECRET = 'BCDF2345';

/** The release that is shipped. */
export function readRelease(): ReleaseData {
  return openShippedRelease();
}

/** Files a request of somebody made up, with NUMBER and SECRET. */
export async function fileOne(store: Store): Promise<void> {
  await insertRequest(
    store,
    { channel: 'web', conversation: 'a' },
    {
      number: NUMBER,
      draft: {
        id: 'd1',
        applicant: 'person',
        name: '王小明',
        documentKind: 'resident_id',
        documentNumber: '210102199001011234',
        phone: '13800000000',
        description: '信访事项办理情况统计表',
        provision: 'paper',
        delivery: 'pickup',
      },
      secretHash: hashSecret(store.sealer, NUMBER, SECRET),
      filedOn: '2026-03-02' as Day,
      at: NOW,
    },
  );
}

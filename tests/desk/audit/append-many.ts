import { appendAudit } from '../../../src/desk/audit/index.ts';
import { NOW } from '../../store/now.ts';
import { openAt } from '../../store/open-at.ts';

const [directory = '', who = ''] = process.argv.slice(2);
const store = await openAt(directory);
for (let each = 0; each < 20; each += 1) {
  await store.transaction((executor) =>
    appendAudit(executor, {
      at: NOW.toISOString(),
      event: 'user_updated',
      actor: who,
      subject: `staff:${each}`,
      detail: {},
    }),
  );
}
await store.close();

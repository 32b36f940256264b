import { appendAudit } from '../../../src/desk/audit/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { openStore } from '../../../src/store/index.ts';
import { NOW } from '../../store/now.ts';

const [directory = '', who = ''] = process.argv.slice(2);
const store = await openStore({ directory, key: undefined, logger: silentLogger, now: () => NOW });
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

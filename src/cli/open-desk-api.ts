import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { Config } from '../config.ts';
import { createDeskApi } from '../desk/api/index.ts';
import { createFirstAdministrator, createPasswords, createSingleSignOn } from '../desk/identity/index.ts';
import type { Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import type { OpenDesk } from './open-desk.ts';

/** What staff can do over HTTP, for the web server. */
export function openDeskApi(
  { messages, now }: CliContext,
  config: Config,
  { desk, store, releases, logger }: Omit<OpenDesk, 'close'>,
): FastifyPluginAsync {
  return createDeskApi({
    store,
    messages,
    logger,
    now,
    random: randomBytes,
    passwords: createPasswords(),
    publicUrl: config.publicUrl,
    singleSignOn: config.singleSignOn && createSingleSignOn(config.singleSignOn),
    caseRules: () => ({ regimes: releases.current().base.regimes, calendar: releases.current().calendar }),
    authorityName: () => releases.current().base.profile.name,
    // Lines for a platform are found by its outbox.
    announce: ({ channel }) => {
      if (channel === 'web') void desk.catchUp();
    },
  });
}

/** Where nobody can sign in yet, makes the first administrator and shows the one-time password: here, and nowhere else. */
export async function welcomeFirstAdministrator(context: CliContext, store: Store): Promise<void> {
  const name = context.say('desk.first_account_name');
  const made = await createFirstAdministrator(store, createPasswords(), name, randomBytes, context.now());
  if (!made) return;
  const values = { name: made.signInName, password: made.oneTimePassword };
  print(context.output, context.say('desk.first_account', values));
}

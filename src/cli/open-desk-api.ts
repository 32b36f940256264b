import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { createScanner } from '../attachments/index.ts';
import type { Config } from '../config.ts';
import { createDeskApi, type DeskServices } from '../desk/api/index.ts';
import { createPasswords, createSingleSignOn } from '../desk/identity/index.ts';
import { createRenderer } from '../documents/index.ts';
import { checkLinks, LINK_RULES } from '../knowledge-links/check-link.ts';
import { createReportReader } from '../reports/index.ts';
import type { CliContext } from './context.ts';
import type { OpenDesk } from './open-desk.ts';
import { openKeys } from './open-keys.ts';
import { readChannelStandings } from './read-channel-standings.ts';
import { readRetention } from './read-retention.ts';
import { createTryApart } from './try-apart.ts';

type Rooms = Pick<OpenDesk, 'desk' | 'store' | 'releases' | 'logger'> & Partial<Pick<OpenDesk, 'counters'>>;

/** What everything staff can do takes of the world. */
export function makeDeskServices(
  context: CliContext,
  config: Config,
  { desk, store, releases, logger }: Rooms,
): DeskServices {
  const { now, channels } = context;
  return {
    store,
    messages: releases.current().messages,
    logger,
    now,
    random: randomBytes,
    passwords: createPasswords(),
    release: releases.current,
    publicUrl: config.publicUrl,
    caseRules: () => ({ regimes: releases.current().base.regimes, calendar: releases.current().calendar }),
    authorityName: () => releases.current().base.profile.name,
    knowledge: config,
    tryRelease: createTryApart(config),
    readReport: createReportReader(),
    checkLinks: (addresses, onChecked) => checkLinks(addresses, { ...LINK_RULES, onChecked }),
    channels: channels.describe,
    standardHours: () => releases.standard().base.hours,
    retention: () => readRetention(config, releases.current()),
    channelStandings: () => readChannelStandings(context, store),
    keys: openKeys(config, logger),
    scan: createScanner(config.scanner),
    render: createRenderer(),
    announce: ({ channel }) => {
      if (channel === 'web') void desk.catchUp();
      store.notices.announce(`${channel === 'web' ? 'lines' : 'outbox'}:${channel}`);
    },
  };
}

/** What staff can do over HTTP, for the web server. */
export function openDeskApi(context: CliContext, config: Config, rooms: Rooms): FastifyPluginAsync {
  return createDeskApi({
    ...makeDeskServices(context, config, rooms),
    counters: rooms.counters,
    singleSignOn: config.singleSignOn && createSingleSignOn(config.singleSignOn),
  });
}

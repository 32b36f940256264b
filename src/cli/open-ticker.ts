import { randomUUID } from 'node:crypto';
import {
  type ActingRules,
  createReckoning,
  createReminder,
  RECKON,
  REMIND,
  rulesOf,
  startReckoning,
  takeDueSteps,
} from '../cases/index.ts';
import type { Config } from '../config.ts';
import { ANSWER_NOTE, createTicker, type Job, type Ticker, tidy, WAITING_NOTE } from '../delivery/index.ts';
import { createComeBack, createWaitingNote, STAFF_QUIET } from '../desk/conversations/index.ts';
import { createDailyJob, createImportantJob, createMailJob, DIGEST_MAIL } from '../desk/digests/index.ts';
import { createAnswerNote } from '../desk/held-answers/index.ts';
import { createHeldStepJob, HELD_STEP } from '../desk/held-steps/index.ts';
import { createRotationJob, KEY_ROTATION } from '../desk/keys/index.ts';
import { createHeldReplyJob, HELD_REPLY } from '../desk/replies/index.ts';
import { forgetRoom } from '../desk/room/room-store.ts';
import { createRetentionJob } from '../retention/index.ts';
import type { OpenDesk } from './open-desk.ts';
import { openKeys } from './open-keys.ts';
import { readRetention } from './read-retention.ts';

/** Those that come round by themselves. */
const RECURRING = ['tidy', 'cases', 'retention', 'room', 'daily_digest', 'important_digest'];
const HOUR_MS = 3_600_000;

type Rooms = Pick<OpenDesk, 'store' | 'logger' | 'releases'>;

/** Every hour: dates a new calendar moved, consultations that lapsed, cases that are nearly due. */
function createCaseJob(rules: () => ActingRules): Job {
  return async (executor, _timer, now) => {
    const context = { ...rules(), executor, now };
    await startReckoning(executor, now);
    await takeDueSteps(context);
    return new Date(now.getTime() + HOUR_MS);
  };
}

/** Every hour: forgets what staff wrote in their room, and cards of what has been over for a week. */
const tidyRoom: Job = async (executor, _timer, now) => {
  await forgetRoom(executor, new Date(now.getTime() - 7 * 24 * HOUR_MS));
  return new Date(now.getTime() + HOUR_MS);
};

/** Every kind of timer the desk knows, with what is done when it is due. */
function listJobs(config: Config, { releases, logger }: Rooms): Readonly<Record<string, Job>> {
  const messages = () => releases.current().messages;
  const { staffQuietMinutes: quietMinutes, staffIdleHours: idleHours } = config;
  const rules = () => rulesOf(releases.current(), config.publicUrl);
  const digests = { release: releases.current, locale: config.locale, mailFolder: config.digestMailFolder };
  return {
    tidy,
    [STAFF_QUIET]: createComeBack({ messages, quietMinutes, idleHours }),
    [WAITING_NOTE]: createWaitingNote(releases.current),
    [ANSWER_NOTE]: createAnswerNote(releases.current),
    [KEY_ROTATION]: createRotationJob(openKeys(config, logger)),
    [HELD_REPLY]: createHeldReplyJob(messages),
    [HELD_STEP]: createHeldStepJob({ rules, messages }),
    [REMIND]: createReminder(rules),
    [RECKON]: createReckoning(rules, {
      onLeftOut: (number) => logger.error({ number }, 'the dates of a case could not be reckoned anew'),
    }),
    cases: createCaseJob(rules),
    room: tidyRoom,
    daily_digest: createDailyJob(digests),
    important_digest: createImportantJob(digests),
    [DIGEST_MAIL]: createMailJob(digests),
    retention: createRetentionJob(() => readRetention(config, releases.current())),
  };
}

/** The desk's timers, done by one of all the processes that share the storage. */
export function openTicker(config: Config, rooms: Rooms, now: () => Date): Ticker {
  const { store, logger } = rooms;
  return createTicker({
    store,
    jobs: listJobs(config, rooms),
    recurring: RECURRING,
    holder: randomUUID(),
    now,
    logger,
  });
}

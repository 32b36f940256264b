import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf } from '../../day.ts';
import type { Job } from '../../delivery/index.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { ReleaseData } from '../../knowledge/release.ts';
import type { Locale } from '../../messages.ts';
import { type Executor, ensureTimer } from '../../store/index.ts';
import type { IssuedDigest } from './digest.ts';
import { findDigest } from './digests-store.ts';
import { dueAt, issueDaily, issueImportant } from './issue-digests.ts';
import { issueDue } from './issue-due.ts';
import { layDigest } from './lay-digest.ts';
import { keyOf, nameDigest, readDigestName, readExamples } from './name-digest.ts';
import { writeMail } from './write-mail.ts';

/** A digest's e-mail file, laid down. Its subject is the digest's name. */
export const DIGEST_MAIL = 'digest_mail';

const HOUR_MS = 3_600_000;
/** How often it is looked whether something has crossed a threshold. */
const LOOK_MS = 10 * 60_000;

interface JobOptions {
  readonly release: () => Pick<ReleaseData, 'base' | 'messages'>;
  readonly locale: Locale;
  /** Folder e-mail files are laid into. undefined: none are. */
  readonly mailFolder: string | undefined;
}

async function orderMail(
  executor: Executor,
  made: readonly IssuedDigest[],
  { mailFolder }: JobOptions,
  now: Date,
): Promise<void> {
  if (mailFolder === undefined) return;
  for (const each of made) await ensureTimer(executor, { kind: DIGEST_MAIL, subject: nameDigest(keyOf(each)) }, now);
}

/** Comes round at the time of day set, and every hour in between, as the time may be set anew. */
export function createDailyJob(options: JobOptions): Job {
  return async (executor, _timer, now) => {
    const { base } = options.release();
    const made = [...(await issueDaily(executor, base, now)), ...(await issueDue(executor, base, now))];
    await orderMail(executor, made, options, now);
    const hour = new Date(now.getTime() + HOUR_MS);
    if (!base.digest) return hour;
    const today = dayOf(now);
    const [next = hour] = [addDays(today, -1), today]
      .map((day) => dueAt(day, base.digest?.daily.at ?? ''))
      .filter((due) => due > now);
    return next < hour ? next : hour;
  };
}

export function createImportantJob(options: JobOptions): Job {
  return async (executor, _timer, now) => {
    const { base } = options.release();
    await orderMail(executor, await issueImportant(executor, base, now), options, now);
    return new Date(now.getTime() + LOOK_MS);
  };
}

/** Laid down under a name of its own and in one piece: done again after a crash, it is the same file. */
export function createMailJob({ release, locale, mailFolder }: JobOptions): Job {
  return async (executor, { subject }) => {
    const key = readDigestName(subject);
    const issued = key && (await findDigest(executor, key));
    if (!issued || mailFolder === undefined) return null;
    const { base, messages } = release();
    const { digest, number, madeAt } = issued;
    const laid = layDigest(digest, { messages, locale, number, examples: await readExamples(executor, digest) });
    const mail = { head: base.digest?.mail ?? { to: [] }, locale, date: new Date(madeAt), id: subject };
    const file = join(mailFolder, `${subject}.eml`);
    await betweenPoints('mail.write', async () => {
      mkdirSync(mailFolder, { recursive: true });
      writeFileSync(`${file}.part`, await writeMail(laid, mail));
      renameSync(`${file}.part`, file);
    });
    return null;
  };
}

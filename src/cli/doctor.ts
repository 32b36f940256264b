import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { type Config, describeSettings } from '../config.ts';
import { dayOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import { checkKnowledge } from '../knowledge/index.ts';
import { openStore } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { findAccounts } from './find-accounts.ts';
import { findStaffRoom } from './find-staff-room.ts';
import { writeProblem } from './open-release.ts';
import { storeOptions } from './store-options.ts';

const NODE_NEEDED = 24;

interface Finding {
  readonly what: string;
  readonly mend?: string | undefined;
}

function findingOf(error: unknown): Finding {
  if (error instanceof DeskError) return { what: error.message, mend: error.hint };
  return { what: error instanceof Error ? error.message : String(error) };
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function checkNode(context: CliContext): Finding[] {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= NODE_NEEDED
    ? []
    : [{ what: context.say('doctor.node', { version: process.versions.node }), mend: './desk doctor' }];
}

function checkFolder(config: Config, context: CliContext): Finding[] {
  const folder = nearestExisting(config.dataDirectory);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return [{ what: context.say('doctor.not_writable', { folder }), mend: context.say('doctor.not_writable_mend') }];
  }
  const open = existsSync(config.dataDirectory) && (statSync(config.dataDirectory).mode & 0o077) !== 0;
  return open ? [{ what: context.say('doctor.open_folder', { folder }), mend: `chmod 700 ${folder}` }] : [];
}

async function checkStore(config: Config, context: CliContext): Promise<Finding[]> {
  if (!config.database && !existsSync(config.dataDirectory)) return [];
  const findings: Finding[] = [];
  const note = (_details: object, text: string) => void findings.push({ what: text });
  try {
    const logger = { info() {}, warn: note, error: note };
    const store = await openStore(storeOptions(config, logger, context.now));
    await store.close();
  } catch (error) {
    findings.push(findingOf(error));
  }
  return findings;
}

async function checkRedis({ redisUrl }: Config, context: CliContext): Promise<Finding[]> {
  if (!redisUrl) return [];
  const { isRedisThere } = await import('../redis/index.ts');
  if (await isRedisThere(redisUrl)) return [];
  const { host } = new URL(redisUrl);
  return [{ what: context.say('doctor.redis', { host }), mend: context.say('doctor.redis_mend') }];
}

function checkBase(config: Config, context: CliContext): Finding[] {
  return checkKnowledge({ ...config, today: dayOf(context.now()) })
    .filter((problem) => problem.severity === 'error')
    .map((problem) => ({ what: writeProblem(problem) }));
}

async function checkChannels(context: CliContext): Promise<Finding[]> {
  const incomplete = (await findAccounts(context)).filter(({ missing }) => missing.length > 0);
  return incomplete.map(({ channel, missing }) => ({
    what: context.say('doctor.channel_missing', { channel }),
    mend: context.say('doctor.channel_missing_mend', { missing: missing.join(' ') }),
  }));
}

async function checkRoom(context: CliContext): Promise<Finding[]> {
  const { missing = [] } = (await findStaffRoom(context)) ?? {};
  if (missing.length === 0) return [];
  const mend = context.say('doctor.channel_missing_mend', { missing: missing.join(' ') });
  return [{ what: context.say('doctor.room_missing'), mend }];
}

async function examine(context: CliContext): Promise<Finding[]> {
  const findings = checkNode(context);
  let config: Config;
  try {
    config = context.config();
  } catch (error) {
    return [...findings, findingOf(error)];
  }
  return [
    ...findings,
    ...checkFolder(config, context),
    ...(await checkStore(config, context)),
    ...(await checkRedis(config, context)),
    ...checkBase(config, context),
    ...(await checkChannels(context)),
    ...(await checkRoom(context)),
  ];
}

/** `doctor`: everything that is not in order, at once, each with how to mend it. */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description(context.say('cli.doctor'))
    .option('--settings', context.say('doctor.settings'))
    .action(async (options: { settings?: boolean }) => {
      if (options.settings) {
        for (const { name, meaning, fallback } of describeSettings())
          print(context.output, `${name.padEnd(16)} ${fallback.padEnd(26)} ${meaning}`);
        return;
      }
      const findings = await examine(context);
      for (const { what, mend } of findings) {
        print(context.output, `✗ ${what}`);
        if (mend) print(context.output, `    ${context.say('cli.hint', { hint: mend })}`);
      }
      print(
        context.output,
        findings.length ? context.say('cli.doctor_bad', { count: findings.length }) : context.say('cli.doctor_good'),
      );
      if (findings.length) context.setExitCode(1);
    });
}

import { z } from 'zod';
import { findNextOpening } from '../../../conversation/opening.ts';
import { checkHours } from '../../../knowledge/check/hours-hold.ts';
import { type HoursFile, type TeamHours, teamSchema } from '../../../knowledge/schema/hours.ts';
import { say } from '../../../messages.ts';
import { type Executor, readSetHours, setHours } from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import type { DeskServices } from '../services.ts';

const teamFields = teamSchema.omit({ id: true });

const hoursSchema = z.object({
  /** Sent along with a change, so that of two who change them the second is told. */
  version: z.number().int(),
  /** Whether they were set here; else they are the release's. */
  own: z.boolean(),
  /** Nobody has stated them: people are told so. */
  assumed: z.boolean(),
  changedBy: z.number().int().nullable(),
  changedAt: z.string().nullable(),
  teams: z.array(
    teamFields.extend({
      /** When the team answers next, as people are told now; null when not within two months. */
      next: z.object({ open: z.boolean(), day: z.string(), from: z.string() }).nullable(),
    }),
  ),
});

async function show(executor: Executor, services: DeskServices, now: Date): Promise<z.input<typeof hoursSchema>> {
  const set = await readSetHours(executor);
  const hours = set?.hours ?? services.standardHours();
  const { calendar } = services.release();
  return {
    version: set?.seq ?? 0,
    own: set?.hours != null,
    assumed: hours?.assumed ?? false,
    changedBy: set?.changedBy ?? null,
    changedAt: set?.changedAt ?? null,
    teams: (hours?.teams ?? []).map(({ id, ...team }) => {
      const next = findNextOpening({ id, ...team }, calendar, now);
      return { ...team, next: next ? { open: next.open, day: next.day, from: next.from } : null };
    }),
  };
}

/** @throws ApiRefusal hours_unsound, with the team and what is wrong with its hours */
function checkTeams(teams: readonly TeamHours[], { messages }: DeskServices): void {
  const twice = teams.find(({ name }, index) => teams.findIndex((each) => each.name === name) < index);
  const [finding] = checkHours('', teams);
  if (!finding && !twice) return;
  const team = twice?.name ?? teams[Number(finding?.path[1])]?.name ?? '';
  const [code, values] = finding && !twice ? [finding.code, finding.values] : ['team_twice', {}];
  const write = (locale: 'zh-CN' | 'en') => say(messages, locale, `desk.hours_${code}`, values);
  throw new ApiRefusal('hours_unsound', { values: { team }, why: { 'zh-CN': write('zh-CN'), en: write('en') } });
}

const read = endpoint({
  method: 'GET',
  path: '/hours',
  action: 'hours.read',
  summary: 'When staff answer, by team, and what people are told of it now',
  response: hoursSchema,
  handle: async ({ executor, services, now }) => show(executor, services, now),
});

const write = endpoint({
  method: 'PUT',
  path: '/hours',
  action: 'hours.write',
  summary: 'Set the hours of every team, or (`teams` null) go back to those of the release; people are told at once',
  body: z.object({ version: z.number().int().min(0), teams: z.array(teamFields).min(1).max(50).nullable() }),
  response: hoursSchema,
  handle: async ({ executor, services, body, actor, now, afterCommit }) => {
    const teams = body.teams?.map((team, index): TeamHours => ({ ...team, id: `team-${index + 1}` })) ?? null;
    if (teams) checkTeams(teams, services);
    // Who sets them states them.
    const hours: HoursFile | null = teams && { assumed: false, teams };
    const set = await setHours(executor, hours, { seq: body.version, by: actor.id, now });
    if (!set) throw new ApiRefusal('changed');
    await appendAudit(executor, {
      at: now.toISOString(),
      event: 'hours_changed',
      actor: `staff:${actor.id}`,
      subject: 'hours',
      detail: { version: body.version + 1, teams: teams?.length ?? 0, own: teams !== null },
    });
    afterCommit(() => services.store.notices.announce('hours'));
    return show(executor, services, now);
  },
});

export const HOURS_ENDPOINTS: readonly Endpoint[] = [read, write];

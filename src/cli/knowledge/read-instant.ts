import { DeskError } from '../../errors.ts';
import type { CliContext } from '../context.ts';

/** `2026-12-01 08:00` or `2026-12-01` in China, or ISO 8601 with its zone. */
const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/u;

/** @throws DeskError INPUT_INVALID when it is no instant, or one that has passed */
export function readInstant(text: string, { say, now }: CliContext): Date {
  const [, day, time = '00:00', zone = '+08:00'] = FORM.exec(text.trim()) ?? [];
  const instant = new Date(day === undefined ? Number.NaN : `${day}T${time}${zone}`);
  if (Number.isNaN(instant.getTime())) throw new DeskError('INPUT_INVALID', say('knowledge.bad_instant', { text }));
  if (instant < now()) throw new DeskError('INPUT_INVALID', say('knowledge.past_instant', { text }));
  return instant;
}

/** An instant as a clock in China shows it: 2026-12-01 08:00:00. */
export function writeInstant(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

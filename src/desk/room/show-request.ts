import type { RoomCard } from '../../channel/staff-room.ts';
import { findState, isOpen, regimeNamed } from '../../requests/index.ts';
import { type Executor, findRequest } from '../../store/index.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

export interface ShownCase {
  readonly card: RoomCard;
  readonly over: boolean;
}

/** The card of a request: number, standing and last day. Never who asked, nor what about. */
export async function showCase(world: RoomWorld, executor: Executor, number: string): Promise<ShownCase | undefined> {
  const request = await findRequest(executor, number);
  if (!request) return undefined;
  const regime = regimeNamed(world.services.caseRules().regimes, request.regime);
  const state = findState(regime, request.state);
  const next = regime.events.find(({ id }) => id === state?.next);
  const worded = (each: { title: string; en: string } | undefined) =>
    (world.locale === 'en' ? each?.en : each?.title) ?? '';
  const over = !isOpen(regime, request);
  const lines = [
    sayInRoom(world, 'request', { number, standing: worded(state) || request.state }),
    ...(request.dueOn === null || over ? [] : [sayInRoom(world, 'request_due', { day: request.dueOn })]),
    ...(request.unit ? [sayInRoom(world, 'request_unit', { unit: request.unit })] : []),
    ...(next && !over ? [sayInRoom(world, 'request_next', { next: worded(next) })] : []),
  ];
  const choices = over
    ? []
    : ['act', 'remind'].map((what) => ({ label: sayInRoom(world, what), value: `${what}:${number}` }));
  return { card: { text: lines.join('\n'), choices }, over };
}

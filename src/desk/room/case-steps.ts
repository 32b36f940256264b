import { z } from 'zod';
import type { RoomAnswer, RoomEvent, RoomField, RoomForm } from '../../channel/staff-room.ts';
import { findRequest } from '../../store/index.ts';
import { type Answered, callEndpoint } from '../api/index.ts';
import { caseActionSchema } from '../api/routes/case-actions.ts';
import { readChatAccount, readUnits } from '../identity/index.ts';
import type { Actor } from '../rights/index.ts';
import { findCard } from './room-store.ts';
import { makeRoomKey, type RoomWorld, sayInRoom } from './room-world.ts';

const stateSchema = z.union([
  z.object({ pick: z.string() }),
  z.object({ act: z.string(), number: z.string(), version: z.number() }),
]);
const listSchema = z.object({ version: z.number(), actions: z.array(caseActionSchema) });
type Steps = z.output<typeof listSchema>;
type Step = Steps['actions'][number];
type Filled = Extract<RoomEvent, { kind: 'filled' }>;

const told = (answered: Extract<Answered, { kind: 'refused' }>): RoomAnswer => ({
  kind: 'told',
  text: `${answered.message}\n${answered.hint}`,
});

/** What this person may do with the request now, by the same table as everywhere. */
async function listSteps(world: RoomWorld, actor: Actor, number: string): Promise<Steps | RoomAnswer> {
  const ask = { actor, method: 'GET', path: '/requests/:number/actions', params: { number } } as const;
  const answered = await callEndpoint(ask, world.services, world.locale);
  if (answered.kind === 'refused') return told(answered);
  const { version, actions } = listSchema.parse(answered.result);
  const possible = actions.filter((each) => each.possible);
  if (possible.length === 0) return { kind: 'told', text: sayInRoom(world, 'no_steps') };
  return { version, actions: possible };
}

const wordOf = ({ locale }: RoomWorld, { title, en }: { title: string; en: string }) => (locale === 'en' ? en : title);

function writeForm(
  world: RoomWorld,
  form: Pick<RoomForm, 'title' | 'intro' | 'fields'> & { state: object },
): RoomAnswer {
  const buttons = { submit: sayInRoom(world, 'confirm'), cancel: sayInRoom(world, 'cancel') };
  return { kind: 'form', form: { ...form, ...buttons, state: JSON.stringify(form.state) } };
}

/** Asks which step; the usual one stands first. */
export async function pickStep(world: RoomWorld, actor: Actor, number: string): Promise<RoomAnswer> {
  const steps = await listSteps(world, actor, number);
  if ('kind' in steps) return steps;
  const choices = steps.actions
    .toSorted((one, other) => Number(other.usual) - Number(one.usual))
    .map((each) => ({ label: wordOf(world, each), value: each.event }));
  return writeForm(world, {
    state: { pick: number },
    title: number,
    intro: sayInRoom(world, 'pick_intro'),
    fields: [{ id: 'event', label: sayInRoom(world, 'step'), kind: 'choice', required: true, choices }],
  });
}

const KINDS: Readonly<Record<string, RoomField['kind']>> = {
  day: 'day',
  coming_day: 'day',
  any_day: 'day',
  count: 'number',
  amount: 'number',
};

async function toField(world: RoomWorld, field: Step['fields'][number]): Promise<RoomField> {
  const units = field.type === 'unit' ? await readUnits(world.services.store) : [];
  const choices = [
    ...field.choices.map((each) => ({ label: wordOf(world, each), value: each.id })),
    ...units.map(({ name }) => ({ label: name, value: name })),
  ];
  const kind = choices.length > 0 ? 'choice' : (KINDS[field.type] ?? 'text');
  return { id: field.id, label: wordOf(world, field), kind, required: field.required, choices };
}

/** Asks for what the step needs, and says what it does before it is done. */
async function askFields(world: RoomWorld, actor: Actor, number: string, event: string): Promise<RoomAnswer> {
  const steps = await listSteps(world, actor, number);
  if ('kind' in steps) return steps;
  const step = steps.actions.find((each) => each.event === event);
  if (!step) return { kind: 'told', text: sayInRoom(world, 'no_steps') };
  const values = { number, step: wordOf(world, step) };
  return writeForm(world, {
    state: { act: event, number, version: steps.version },
    title: wordOf(world, step),
    intro: sayInRoom(world, step.sends ? 'act_sends' : 'act_intro', values),
    fields: await Promise.all(step.fields.map((field) => toField(world, field))),
  });
}

/** A form came back: the step that was picked, or the step itself. */
export async function actOnForm(world: RoomWorld, actor: Actor, { state, values }: Filled): Promise<RoomAnswer> {
  const parsed = stateSchema.safeParse(JSON.parse(state));
  if (!parsed.success) return { kind: 'nothing' };
  if ('pick' in parsed.data) return askFields(world, actor, parsed.data.pick, values.event ?? '');
  const { act: event, number, version } = parsed.data;
  const steps = await listSteps(world, actor, number);
  if ('kind' in steps) return steps;
  const types = new Map(steps.actions.find((each) => each.event === event)?.fields.map(({ id, type }) => [id, type]));
  const fields = Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== '')
      .map(([id, value]) => [id, KINDS[types.get(id) ?? ''] === 'number' ? Number(value) : value]),
  );
  const ask = { actor, method: 'POST', path: '/requests/:number/events', params: { number } } as const;
  const answered = await callEndpoint({ ...ask, body: { event, fields, version } }, world.services, world.locale);
  return answered.kind === 'done' ? { kind: 'told', text: sayInRoom(world, 'acted', { number }) } : told(answered);
}

/** Calls the one a request is with, by name where their account is known, below its card. */
export async function remindOf(world: RoomWorld, actor: Actor, number: string): Promise<RoomAnswer> {
  const { services, room, locale } = world;
  const ask = { actor, method: 'GET', path: '/requests/:number/actions', params: { number } } as const;
  const answered = await callEndpoint(ask, services, locale);
  if (answered.kind === 'refused') return told(answered);
  const request = await findRequest(services.store, number);
  const card = await findCard(services.store, `request:${number}`);
  if (!request || !card) return { kind: 'nothing' };
  const [, owner] = /^staff:(\d+)$/u.exec(request.owner ?? '') ?? [];
  const account = owner === undefined ? undefined : await readChatAccount(services.store, Number(owner));
  const text = sayInRoom(world, 'reminded', { name: actor.name, number, day: request.dueOn ?? '–' });
  const minute = Math.floor(services.now().getTime() / 60_000);
  const posted = await room.post(
    { text, choices: [], calls: account === undefined ? [] : [account] },
    makeRoomKey('remind', number, actor.id, minute),
    card.place,
  );
  return posted.kind === 'posted' ? { kind: 'nothing' } : { kind: 'told', text: sayInRoom(world, 'room_away') };
}

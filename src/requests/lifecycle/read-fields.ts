import { addDays, type Day, parseDay } from '../../day.ts';
import type { EventRule, FieldRule, Regime } from '../../knowledge/schema/regime.ts';
import { tidyText } from '../form/read/tidy.ts';
import type { Fields } from './case-event.ts';
import type { CaseView } from './case-view.ts';
import type { FieldFault } from './refusal.ts';

/** Longest text of a field, in characters. */
const MOST_CHARACTERS = 5000;
/** How far ahead a day may be set: nobody gives a unit or a requester longer than that. */
const MOST_DAYS_AHEAD = 3 * 366;

interface Bounds {
  readonly today: Day;
  /** Earliest day a thing of the past may have happened on. */
  readonly since: Day;
}

type Read = { readonly value: string | number } | Pick<FieldFault, 'fault' | 'values'>;

function fault(name: FieldFault['fault'], values: FieldFault['values'] = {}): Read {
  return { fault: name, values };
}

function readText(given: unknown): Read {
  if (typeof given !== 'string') return fault('not_text');
  const text = tidyText(given);
  if (text === '') return fault('missing');
  const count = [...text].length;
  return count > MOST_CHARACTERS ? fault('too_long', { count, most: MOST_CHARACTERS }) : { value: text };
}

function readDay(type: FieldRule['type'], given: unknown, { today, since }: Bounds): Read {
  const day = typeof given === 'string' ? parseDay(given.trim()) : undefined;
  if (day === undefined) return fault('not_a_day', { value: String(given) });
  if (type === 'day' && day > today) return fault('in_the_future', { value: day, today });
  if (type === 'day' && day < since) return fault('before_filing', { value: day, since });
  if (type === 'coming_day' && day < today) return fault('in_the_past', { value: day, today });
  if (type === 'coming_day' && day > addDays(today, MOST_DAYS_AHEAD)) return fault('too_far', { value: day });
  return { value: day };
}

function readNumber(given: unknown, most = Number.MAX_SAFE_INTEGER): Read {
  const number = typeof given === 'string' && /^\d{1,9}$/u.test(given.trim()) ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1)
    return fault('not_a_number', { value: String(given) });
  return number > most ? fault('too_much', { value: number, most }) : { value: number };
}

function readOption(given: unknown, options: readonly string[]): Read {
  const value = String(given).trim();
  return options.includes(value) ? { value } : fault('not_an_option', { value, options: options.join('、') });
}

function readField(regime: Regime, rule: FieldRule, given: unknown, bounds: Bounds): Read {
  switch (rule.type) {
    case 'text':
    case 'unit':
      return readText(given);
    case 'day':
    case 'coming_day':
    case 'any_day':
      return readDay(rule.type, given, bounds);
    case 'count':
    case 'amount':
    case 'consultation':
      return readNumber(given, rule.most);
    case 'choice':
      return readOption(
        given,
        (rule.options ?? []).map((option) => option.id),
      );
    case 'outcome':
      return readOption(given, listOutcomes(regime));
  }
}

/** Outcomes a person may choose; those an event brings about by itself are not among them. */
export function listOutcomes(regime: Regime): string[] {
  const own = new Set(regime.events.map((event) => event.outcome));
  return regime.outcomes.map((outcome) => outcome.code).filter((code) => !own.has(code));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Reads what was filled in for an event. All faults come back at once, so that a form can show them together. */
export function readFields(
  regime: Regime,
  event: EventRule,
  given: Readonly<Record<string, unknown>>,
  view: CaseView,
  today: Day,
): { readonly fields: Fields } | { readonly faults: readonly FieldFault[] } {
  const fields: Record<string, string | number> = {};
  const faults: FieldFault[] = [];
  const bounds = { today, since: view.filedOn ?? (regime.from as Day) };
  for (const field of Object.keys(given)) {
    if (!Object.hasOwn(event.fields, field) && !isAbsent(given[field]))
      faults.push({ field, fault: 'unknown', values: {} });
  }
  for (const [field, need] of Object.entries(event.fields)) {
    const rule = regime.fields.find((each) => each.id === field);
    const value = Object.hasOwn(given, field) ? given[field] : undefined;
    if (!rule || isAbsent(value)) {
      if (need === 'required') faults.push({ field, fault: 'missing', values: {} });
      continue;
    }
    const read = readField(regime, rule, value, bounds);
    if ('value' in read) fields[field] = read.value;
    else faults.push({ field, ...read });
  }
  return faults.length > 0 ? { faults } : { fields };
}

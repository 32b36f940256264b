import { isNumeric, type Observation, type ObservedRelation } from '../../figures/index.ts';
import type { TurnContext } from '../skill.ts';

type Say = TurnContext['say'];

const TEN_THOUSAND = 10_000;

/** A number with its unit: 35件, 26%, 3万余元. */
export function writeNumber(say: Say, value: number, unit: string, approximate = false): string {
  if (unit === '%') return say('figure.number_percent', { value });
  if (!approximate) return say('figure.number', { value, unit });
  return value % TEN_THOUSAND === 0
    ? say('figure.number_over', { count: value / TEN_THOUSAND, unit })
    : say('figure.number_about', { value, unit });
}

/** The value of an observation; days in text values are written out. */
export function writeValue(say: Say, observation: Observation): string {
  if (isNumeric(observation)) return writeNumber(say, observation.value, observation.unit, observation.approximate);
  return String(observation.value).replaceAll(
    /(\d{4})-(\d{2})-(\d{2})/gu,
    (_day, year: string, month: string, day: string) =>
      say('figure.day', { year, month: Number(month), day: Number(day) }),
  );
}

/** A metric with its value: 受理的申请8件. */
export function writeNamed(say: Say, observation: Observation): string {
  return say('figure.named', { metric: observation.metric, value: writeValue(say, observation) });
}

/** Things one after the other, as the language separates them. */
export function writeList(say: Say, items: readonly string[]): string {
  return items.length ? items.reduce((first, second) => say('figure.list_pair', { first, second })) : '';
}

export function writeParts(say: Say, relation: ObservedRelation): string {
  return writeList(
    say,
    relation.parts.map((part) => writeNamed(say, part)),
  );
}

/** The notes of observations and relations, each once, as lines. */
export function writeNotes(say: Say, noted: readonly { readonly note?: string | undefined }[]): string[] {
  const notes = new Set(noted.flatMap(({ note }) => note ?? []));
  return [...notes].map((note) => say('figure.note', { note }));
}

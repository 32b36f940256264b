import type { Release } from '../../conversation/release.ts';
import type { Day } from '../../day.ts';
import { type Messages, say } from '../../messages.ts';
import {
  type DocumentFacts,
  documentFactsSchema,
  FACT_SHAPES,
  type FactShape,
} from '../../requests/documents/index.ts';

/** What a column of a list holds where nobody has counted anything. */
const COUNT = 10;

function sampleFact(label: string, { type, values, columns }: FactShape, on: Day): unknown {
  switch (type) {
    case 'day':
      return on;
    case 'number':
      return COUNT;
    case 'choice':
      return values[0];
    case 'list':
      return [Object.fromEntries(columns.map((column, index) => [column, index === 0 ? `〔${label}〕` : COUNT]))];
    case 'text':
      return `〔${label}〕`;
  }
}

/**
 * Every fact a document may print: what the authority says of itself, the first choice of each list, the day, and in
 * brackets what is meant for everything else.
 */
export function sampleFacts(
  { base: { profile } }: Pick<Release, 'base'>,
  messages: Messages,
  { rule, outcome, on }: { readonly rule: string; readonly outcome: string | undefined; readonly on: Day },
): DocumentFacts {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [name, shape] of FACT_SHAPES) {
    const [group = '', field = ''] = name.split('.');
    const label = say(messages, 'zh-CN', `case.fact_${group}_${field}`);
    groups[group] = { ...groups[group], [field]: sampleFact(label, shape, on) };
  }
  const { name, office, address, postcode, phone } = profile;
  return documentFactsSchema.parse({
    ...groups,
    rule,
    authority: { name, office: office.value, address: address.value, postcode: postcode.value, phone: phone.value },
    decision: { ...groups.decision, ...(outcome === undefined ? {} : { outcome }) },
  });
}

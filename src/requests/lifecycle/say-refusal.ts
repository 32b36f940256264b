import type { Regime } from '../../knowledge/schema/regime.ts';
import type { Locale } from '../../messages.ts';
import type { Refusal } from './refusal.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;
interface Worded {
  readonly id: string;
  readonly title: string;
  readonly en: string;
}

/** The title of a state, event or field in a language; its id when the table has none. */
export function titleOf(list: readonly Worded[], id: string, locale: Locale): string {
  const found = list.find((each) => each.id === id);
  if (!found) return id;
  return locale === 'en' ? found.en : found.title;
}

/** A refusal in words: what may not be done, why, and where there is a way, which. Texts are `case.*`. */
export function sayRefusal(regime: Regime, refusal: Refusal, say: Say, locale: Locale): string {
  const event = titleOf(regime.events, refusal.event, locale);
  switch (refusal.code) {
    case 'unknown_event':
    case 'not_in_force':
      return say(`case.${refusal.code}`, { event });
    case 'not_your_role': {
      const roles = refusal.by.map((role) => say(`case.role_${role}`)).join('、');
      return say('case.not_your_role', { event, roles });
    }
    case 'wrong_state':
      return say('case.wrong_state', { event, state: titleOf(regime.states, refusal.state, locale) });
    case 'fields':
      return refusal.faults
        .map(({ field, fault, values }) =>
          say(`case.field_${fault}`, { ...values, field: titleOf(regime.fields, field, locale) }),
        )
        .join('\n');
    case 'condition':
      return say(`case.unless_${refusal.condition}`, { event });
    case 'document': {
      const facts = refusal.missing.map((fact) => say(`case.fact_${fact.replace('.', '_')}`));
      const document = say(`case.document_${refusal.document}`);
      return say('case.document_incomplete', { event, document, facts: facts.join(locale === 'en' ? ', ' : '、') });
    }
    case 'no_document':
      return say('case.no_document', { event, document: say(`case.document_${refusal.document}`) });
  }
}

import type { EventRule, FieldRule, Regime } from '../../knowledge/schema/regime.ts';
import type { CaseView } from './case-view.ts';
import { findUnmet, type Judged, ON_FIELDS } from './conditions.ts';
import { type Circumstances, roleFor } from './decide.ts';
import { isInForce, mayHappenIn } from './find-rule.ts';
import { listOutcomes } from './read-fields.ts';
import type { Refusal } from './refusal.ts';

/** A field as a form shows it. */
export interface PossibleField extends FieldRule {
  readonly required: boolean;
  /** What may be chosen, for choices, outcomes and consultations. */
  readonly choices: readonly { readonly id: string; readonly title: string; readonly en: string }[];
}

/** Something an actor may do now. */
export interface PossibleEvent {
  readonly event: string;
  readonly title: string;
  readonly en: string;
  readonly fields: readonly PossibleField[];
  /** Why not, where role and state would allow it and something else does not: a form may show it greyed. */
  readonly refusal: Refusal | null;
  /** true when this is what usually comes next. */
  readonly usual: boolean;
}

function listChoices(regime: Regime, view: CaseView, field: FieldRule): PossibleField['choices'] {
  switch (field.type) {
    case 'choice':
      return field.options ?? [];
    case 'outcome': {
      const codes = new Set(listOutcomes(regime));
      return regime.outcomes
        .filter(({ code }) => codes.has(code))
        .map(({ code, title, en }) => ({ id: code, title, en }));
    }
    case 'consultation':
      return view.consultations
        .filter((each) => each.settledOn === null)
        .map(({ number, sentOn }) => ({
          id: String(number),
          title: `${number}（${sentOn}）`,
          en: `${number} (${sentOn})`,
        }));
    default:
      return [];
  }
}

function listFields(regime: Regime, view: CaseView, event: EventRule): PossibleField[] {
  return Object.entries(event.fields).flatMap(([id, need]) => {
    const rule = regime.fields.find((field) => field.id === id);
    return rule ? [{ ...rule, required: need === 'required', choices: listChoices(regime, view, rule) }] : [];
  });
}

/** What an actor may do with a case now, with the fields of each. Events of other roles and states are left out. */
export function listPossible(
  regime: Regime,
  view: CaseView,
  { actor, today, calendar }: Circumstances,
): readonly PossibleEvent[] {
  const judged: Judged = { regime, view, fields: {}, actor, today, calendar };
  const next = regime.states.find((state) => state.id === view.state)?.next;
  const open = view.consultations.some((each) => each.settledOn === null);
  return regime.events.flatMap((event) => {
    const offered =
      isInForce(event, today) && roleFor(event, actor) !== undefined && mayHappenIn(regime, event, view.state);
    if (!offered || (event.when.includes('consultation_open') && !open)) return [];
    const condition = findUnmet(
      event.when.filter((each) => !ON_FIELDS.has(each)),
      judged,
    );
    const refusal: Refusal | null = condition === undefined ? null : { code: 'condition', event: event.id, condition };
    const { id, title, en } = event;
    return [{ event: id, title, en, fields: listFields(regime, view, event), refusal, usual: id === next }];
  });
}

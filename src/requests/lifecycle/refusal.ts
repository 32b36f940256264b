import type { DocumentName } from '../../knowledge/schema/document.ts';
import type { ActorRole, Condition } from '../../knowledge/schema/regime.ts';

/** What is wrong with one field of a command. `values` are for the text `case.field_<fault>`. */
export interface FieldFault {
  readonly field: string;
  readonly fault:
    | 'missing'
    | 'unknown'
    | 'not_text'
    | 'too_long'
    | 'not_a_day'
    | 'in_the_future'
    | 'before_filing'
    | 'in_the_past'
    | 'too_far'
    | 'not_a_number'
    | 'too_much'
    | 'not_an_option';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Why an event may not happen; the case stays as it is. */
export type Refusal =
  | { readonly code: 'unknown_event'; readonly event: string }
  | { readonly code: 'not_in_force'; readonly event: string }
  | { readonly code: 'not_your_role'; readonly event: string; readonly by: readonly ActorRole[] }
  | { readonly code: 'wrong_state'; readonly event: string; readonly state: string }
  | { readonly code: 'fields'; readonly event: string; readonly faults: readonly FieldFault[] }
  | { readonly code: 'condition'; readonly event: string; readonly condition: Condition }
  /** A document of the event lacks facts that its form does not ask for, `group.name`. */
  | {
      readonly code: 'document';
      readonly event: string;
      readonly document: DocumentName;
      readonly missing: readonly string[];
    }
  /** The rules the case follows know no such document: of that kind, or for that outcome. */
  | { readonly code: 'no_document'; readonly event: string; readonly document: DocumentName };

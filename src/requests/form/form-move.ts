import type { Draft } from './draft.ts';
import type { FormState } from './form-state.ts';
import type { Problem } from './read/reading.ts';

export type FormInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly action: string };

/** What follows from one input. Every state given back holds all that was answered before. */
export type FormMove =
  | {
      /** Put the question at `form.step` (again). */
      readonly kind: 'ask';
      readonly form: FormState;
      readonly problem?: Problem;
      /** Something worth saying before the next question. */
      readonly hint?: 'several_matters' | 'resumed';
      /** Explain the question and why it is asked. */
      readonly help?: boolean;
    }
  | { readonly kind: 'paused' | 'person' | 'carry'; readonly form: FormState }
  | { readonly kind: 'submit'; readonly form: FormState; readonly draft: Draft }
  | { readonly kind: 'cancelled' | 'declined' | 'restart' }
  /** Not meant for the form: the turn answers it and the form waits. */
  | { readonly kind: 'other'; readonly form: FormState };

/** Puts the question at the form's step. */
export function ask(form: FormState, extra: Partial<Extract<FormMove, { kind: 'ask' }>> = {}): FormMove {
  return { ...extra, kind: 'ask', form };
}

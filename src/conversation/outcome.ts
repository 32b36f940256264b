import type { CitedSource } from '../channel/message.ts';

/** `kind` of a reply as the machine interface names it. Stable. */
export type OutcomeKind =
  | 'answer'
  | 'figure'
  | 'referral'
  | 'request'
  | 'status'
  | 'person'
  | 'clarify'
  | 'help'
  | 'smalltalk'
  | 'none';

export interface FigureFact {
  readonly metric: string;
  readonly year: number;
  readonly value: number | string;
  readonly unit: string;
}

export interface AuthorityFact {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** What a turn decided, for machines: `ask --json`, statistics, tests. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Id of the entry, figure, matter or intent; null when nothing was found. */
  readonly id: string | null;
  readonly sources: readonly CitedSource[];
  readonly figures: readonly FigureFact[];
  readonly authority: AuthorityFact | null;
  /** Probability from 0 to 1 that this is what was asked. */
  readonly confidence: number;
  /** Ids of the other candidates, best first. */
  readonly alternatives: readonly string[];
}

const EMPTY: Outcome = {
  kind: 'none',
  id: null,
  sources: [],
  figures: [],
  authority: null,
  confidence: 0,
  alternatives: [],
};

/** An outcome with the fields that matter set and the rest empty. */
export function outcomeOf(fields: Partial<Outcome> & Pick<Outcome, 'kind'>): Outcome {
  return { ...EMPTY, ...fields };
}

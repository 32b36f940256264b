/** What is wrong with an answer: the key of a text that says so and how to mend it (`file.problem_<key>`). */
export interface Problem {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** An answer understood and brought into its stored shape, or what is wrong with it. */
export type Reading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: Problem };

export function accept(value: string): Reading {
  return { ok: true, value };
}

export function refuse(key: string, values?: Problem['values']): Reading {
  return { ok: false, problem: values === undefined ? { key } : { key, values } };
}

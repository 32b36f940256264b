/** Guesses are counted over this much of a password: beyond it nothing guessable is left. */
const LOOKED_AT = 64;
/** Of the library's steps from 0 to 4: 3 is "safely unguessable" where guesses cannot be tried offline at will. */
const SAFE_SCORE = 3;

/**
 * Whether a password is among the first a guesser tries: common ones, runs on the keyboard, dates, repetitions, and
 * what the account says of its holder (OWASP ASVS 5.0, 6.2.4 and 6.2.11). The lists are loaded at the first question.
 */
export async function isGuessable(password: string, words: readonly string[]): Promise<boolean> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LOOKED_AT });
  return estimator.check(password, [...words]).score < SAFE_SCORE;
}

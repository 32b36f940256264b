import { hash, type Options, verify } from '@node-rs/argon2';
import { isGuessable } from './is-guessable.ts';

/** OWASP's second recommended setting for argon2id: 19 MiB, two passes, one lane (its library's default as well). */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters. Long enough that no rules about digits and signs are needed (NIST SP 800-63B). */
const SHORTEST = 12;
/** Characters. A bound on work, far above what anybody types. */
export const LONGEST_PASSWORD = 256;

export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long without a stored hash (nobody of that name) as with one, and then says no. */
  readonly verify: (stored: string | undefined, password: string) => Promise<boolean>;
}

/** argon2id. Tests give a smaller cost. */
export function createPasswords(cost: Options = COST): Passwords {
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, cost),
    async verify(stored, password) {
      nobody ??= hash('nobody has this password', cost);
      const matches = await verify(stored ?? (await nobody), password);
      return matches && stored !== undefined;
    },
  };
}

/** Why a password is not taken; undefined when it is. `words`: names of the account, which guessers know. */
export async function findWeakness(
  password: string,
  words: readonly string[],
): Promise<'short' | 'guessable' | undefined> {
  if ([...password].length < SHORTEST) return 'short';
  return (await isGuessable(password, words)) ? 'guessable' : undefined;
}

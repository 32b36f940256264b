import { expect, test } from 'vitest';
import { doseTimeout } from '../dose.ts';
import type { ChannelUnderTest, Trait } from './harness.ts';

/** Fewest rules a channel is held to, whatever it lacks. */
const FEWEST = 25;

/** Registers a rule; `needs` are the traits without which it makes no sense. */
export type Rule = (name: string, needs: readonly Trait[], prove: () => Promise<void> | void) => void;

/** Rules of one channel. What it lacks is data of its own: a rule that does not apply is listed with the reason. */
export function createRules({ lacks }: Pick<ChannelUnderTest, 'lacks'>): {
  readonly rule: Rule;
  readonly countRules: () => void;
} {
  let applying = 0;
  return {
    rule(name, needs, prove) {
      const why = needs.map((trait) => lacks[trait]).find((reason) => reason !== undefined);
      if (why === undefined) applying += 1;
      test.skipIf(why !== undefined)(
        why === undefined ? name : `${name} (does not apply: ${why})`,
        { timeout: doseTimeout(0) },
        prove,
      );
    },
    countRules() {
      test(`is held to at least ${FEWEST} rules`, () => {
        expect(applying).toBeGreaterThanOrEqual(FEWEST);
      });
    },
  };
}

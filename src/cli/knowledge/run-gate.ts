import type { Release } from '../../conversation/release.ts';
import { compareReleases, type GateResult, type GateRow } from '../../eval/gate/compare-releases.ts';
import { askOne } from '../ask-one.ts';
import { type CliContext, print } from '../context.ts';

/** Rows shown to people of each kind; `--json` gives all. */
const MOST = 20;
/** Questions after which progress is told. */
const STEP = 500;

/** Asks the release served and the one to be published the whole set of test questions. */
export function runGate(before: Release, after: Release, context: CliContext): GateResult {
  const now = context.now();
  const ask = (release: Release) => ({
    base: release.base,
    ask: (question: string) => askOne(question, release, now, () => 0),
  });
  return compareReleases(ask(before), ask(after), (done, of) => {
    if (done % STEP === 0) print(context.errors, context.say('knowledge.gate_progress', { done, of }));
  });
}

function describe(reply: GateRow['before']): string {
  return `${reply.kind} ${reply.id ?? '–'} ${reply.confidence.toFixed(2)}`;
}

/** What the gate found, for people: what got worse first. */
export function writeGate(result: GateResult, { say, output }: CliContext): void {
  const { asked, counts, regressions, rows } = result;
  print(output, say('knowledge.gate', { asked, regressions, ...counts }));
  const groups = [
    rows.filter(({ regression }) => regression),
    ...(['vanished', 'changed', 'appeared', 'reworded', 'confidence'] as const).map((change) =>
      rows.filter((row) => row.change === change && !row.regression),
    ),
  ];
  for (const group of groups) {
    for (const { question, change, before, after, fault, regression } of group.slice(0, MOST)) {
      const values = {
        question,
        change: say(`knowledge.gate_${change}`),
        before: describe(before),
        after: describe(after),
      };
      const mark = regression ? '✗' : '·';
      const why = regression ? `  ${say('knowledge.gate_fault', { fault: fault ?? '' })}` : '';
      print(output, `${mark} ${say('knowledge.gate_row', values)}${why}`);
    }
    if (group.length > MOST) print(output, say('knowledge.gate_more', { more: group.length - MOST }));
  }
}

import { z } from 'zod';
import type { Trial } from '../../../drafts/index.ts';

const reply = z.object({ kind: z.string(), id: z.string().nullable(), confidence: z.number(), reply: z.string() });

/** What becomes of every test question, as the console shows it. */
export const trialSchema = z.object({
  /** null until it has been tried today against what is served now. */
  asked: z.number().int().nullable(),
  regressions: z.number().int(),
  problems: z.array(z.object({ file: z.string(), line: z.number().int(), message: z.string(), mend: z.string() })),
  counts: z.record(z.string(), z.number().int()),
  rows: z.array(
    z.object({
      question: z.string(),
      origin: z.enum(['tests', 'phrasing']),
      change: z.string(),
      before: reply,
      after: reply,
      fault: z.string().nullable(),
      regression: z.boolean(),
    }),
  ),
});

export function showTrial({ problems, gate }: Trial): z.input<typeof trialSchema> {
  return {
    asked: gate?.asked ?? 0,
    regressions: gate?.regressions ?? 0,
    problems: problems.map(({ file, line, message, mend }) => ({ file, line, message, mend })),
    counts: { ...gate?.counts },
    rows: (gate?.rows ?? []).map((row) => ({ ...row })),
  };
}

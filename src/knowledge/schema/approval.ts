import { z } from 'zod';
import { idSchema } from './base.ts';

/**
 * What a person looks at before the citizen reads it. Who asks is told so, and gets the answer once somebody at the desk
 * has approved it.
 */
export const approvalFileSchema = z.strictObject({
  topics: z.array(idSchema).default([]).describe('Topics of answers (the `topic` of a file under answers/)'),
  answers: z.array(idSchema).default([]).describe('Single answers, by id'),
  matters: z.array(idSchema).default([]).describe('Matters whose referral to another authority is looked at'),
  below: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe('Answers, figures and referrals to what somebody wrote that are less probable than this (0–1)'),
});
export type ApprovalFile = z.infer<typeof approvalFileSchema>;

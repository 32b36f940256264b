import { warningAt } from '../files/problem.ts';
import { listAnswers, type Rule } from './rule.ts';

/** Every answer has been looked at by the day somebody promised to. */
export const reviewsOverdue: Rule = {
  name: 'reviews-overdue',
  needsEveryFile: false,
  check: ({ files, today }) =>
    listAnswers(files)
      .filter(({ value }) => value.review < today)
      .map(({ file, path, value }) =>
        warningAt(file, [...path, 'review'], 'review_overdue', { title: value.title, review: value.review }),
      ),
};

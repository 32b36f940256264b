import { TEMPLATE_TAGS } from '../../requests/documents/template-data.ts';
import { listTags } from '../files/list-tags.ts';
import { errorAt, type Finding } from '../files/problem.ts';
import { DOCUMENT_NAMES } from '../schema/document.ts';
import type { Rule } from './rule.ts';

/** An office's own templates belong to a document, and hold every tag and no other: nothing of a letter is lost. */
export const templatesHold: Rule = {
  name: 'templates-hold',
  needsEveryFile: false,
  check: ({ files }) =>
    files.templates.flatMap(({ file, kind, read }): Finding[] => {
      if (!DOCUMENT_NAMES.some((name) => name === kind)) return [errorAt(file, [], 'template_no_kind', { kind })];
      const found = listTags(read());
      if ('reason' in found) return [errorAt(file, [], 'template_broken', { reason: found.reason })];
      const allowed = TEMPLATE_TAGS.join(', ');
      return [
        ...[...found.tags]
          .filter((tag) => !TEMPLATE_TAGS.includes(tag))
          .map((tag) => errorAt(file, [], 'template_unknown_tag', { tag, allowed })),
        ...TEMPLATE_TAGS.filter((tag) => !found.tags.has(tag)).map((tag) =>
          errorAt(file, [], 'template_missing_tag', { tag }),
        ),
      ];
    }),
};

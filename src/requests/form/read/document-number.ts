import type { Day } from '../../../day.ts';
import type { Draft } from '../draft.ts';
import { readCreditCode } from './credit-code.ts';
import { accept, type Reading, refuse } from './reading.ts';
import { readResidentId } from './resident-id.ts';
import { countCharacters, tidyLine, tidyNumber } from './tidy.ts';

function readShape(text: string, shape: RegExp, problem: string): Reading {
  const number = tidyNumber(text).replace(/^[^0-9A-Z]+/u, '');
  return shape.test(number) ? accept(number) : refuse(problem);
}

/** The number of the document named in the draft, by that document's own rules. */
export function readDocumentNumber(text: string, kind: Draft['documentKind'], today: Day): Reading {
  switch (kind) {
    case 'uscc':
      return readCreditCode(text);
    case 'passport':
      return readShape(text, /^(?=.*\d)[A-Z0-9]{6,17}$/u, 'passport_shape');
    case 'hkmo_permit':
      // One letter for the place, eight digits, and on older cards two more for the issue.
      return readShape(text, /^[HM]\d{8}(?:\d{2})?$/u, 'hkmo_shape');
    case 'taiwan_permit':
      return readShape(text, /^\d{8}(?:\d{2}[A-Z]?)?$/u, 'taiwan_shape');
    case 'other': {
      const line = tidyLine(text);
      const length = countCharacters(line);
      return length >= 4 && length <= 60 && /\d/u.test(line) ? accept(line) : refuse('other_shape');
    }
    default:
      return readResidentId(text, today);
  }
}

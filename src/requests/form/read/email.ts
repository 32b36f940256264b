import { accept, type Reading, refuse } from './reading.ts';
import { tidyLine } from './tidy.ts';

const ADDRESS =
  /^[a-z0-9][a-z0-9._%+-]*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/iu;
const LONGEST = 254;

/** An e-mail address. A full stop typed as 。 and spaces around signs are forgiven, as is a label before it. */
export function readEmail(text: string): Reading {
  const line = tidyLine(text)
    .replaceAll('。', '.')
    .replaceAll(/\s*([@.])\s*/gu, '$1')
    .replace(/^.*[:：是为\s](?=\S*@)/u, '')
    .replace(/[.,;，；]+$/u, '');
  if (!line.includes('@')) return refuse('email_at');
  if (line.length > LONGEST || line.includes('..') || !ADDRESS.test(line)) return refuse('email_shape');
  return accept(line);
}

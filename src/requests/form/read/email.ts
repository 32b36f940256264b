import { accept, type Reading, refuse } from './reading.ts';
import { tidyLine } from './tidy.ts';

const ADDRESS =
  /^[a-z0-9][a-z0-9._%+-]*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/iu;
const LONGEST = 254;

/** What stands behind the last sign that divides a label from an address: 邮箱是a@b.cn, email: a@b.cn. */
function dropLabel(line: string): string {
  const at = line.indexOf('@');
  return line.slice(Math.max(...[...':：是为 '].map((sign) => line.lastIndexOf(sign, Math.max(at, 0)))) + 1);
}

/** An e-mail address. A full stop typed as 。 and spaces around signs are forgiven, as is a label before it. */
export function readEmail(text: string): Reading {
  const whole = tidyLine(text)
    .replaceAll('。', '.')
    .replaceAll(/\s*([@.])\s*/gu, '$1');
  const line = dropLabel(whole).replace(/[.,;，；]+$/u, '');
  if (!line.includes('@')) return refuse('email_at');
  if (line.length > LONGEST || line.includes('..') || !ADDRESS.test(line)) return refuse('email_shape');
  return accept(line);
}

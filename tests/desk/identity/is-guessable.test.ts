import { expect, test } from 'vitest';
import { isGuessable } from '../../../src/desk/identity/is-guessable.ts';

const WORDS = ['zhangsan', '张三丰', '信访局'];

test.each([
  ['a common one', 'password1234'],
  ['one with the usual trimmings', 'Password2026!'],
  ['keys side by side', 'qwertyuiop12'],
  ['keys in a zigzag', '1q2w3e4r5t6y'],
  ['the alphabet', 'abcdefghijkl'],
  ['pairs of digits', '112233445566'],
  ['one sign', 'aaaaaaaaaaaaaaaa'],
  ['one’s own name and the year', 'zhangsan2026'],
  ['one’s own name twice', '张三丰张三丰张三丰张三丰'],
])('%s is guessable: %s', async (_, password) => {
  expect(await isGuessable(password, WORDS)).toBe(true);
});

test.each(['walnut river nine tables', 'xk29dkq8wm3z', '核桃河水九张桌子下雨了没'])('%s is not', async (password) => {
  expect(await isGuessable(password, WORDS)).toBe(false);
});

test('a very long one is judged without delay', async () => {
  expect(await isGuessable('walnut river nine tables '.repeat(10), WORDS)).toBe(false);
});

import { expect, test } from 'vitest';
import { spaceOut } from '../../../src/desk/console/live/space-out.ts';

/** A clock that moves to whatever is waited for next. */
function openClock() {
  let at = 0;
  let waiting: { readonly work: () => void; readonly at: number } | undefined;
  return {
    options: {
      now: () => at,
      random: () => 0.5,
      wait: (work: () => void, milliseconds: number) => {
        waiting = { work, at: at + milliseconds };
        return () => {
          waiting = undefined;
        };
      },
    },
    next() {
      const due = waiting;
      waiting = undefined;
      at = due?.at ?? at;
      due?.work();
      return due === undefined ? undefined : at;
    },
  };
}

test('what changed many times is read once, soon, and again three seconds later at the earliest', () => {
  const clock = openClock();
  const done: string[] = [];
  const lists = spaceOut((what) => void done.push(what), clock.options);
  for (const what of ['requests', 'answers', 'requests', 'requests']) lists.ask(what);
  expect([clock.next(), done]).toEqual([200, ['requests', 'answers']]);
  lists.ask('requests');
  expect([clock.next(), done]).toEqual([4700, ['requests', 'answers', 'requests']]);
  expect(clock.next()).toBeUndefined();
});

test('nothing is read any more once the page is left', () => {
  const clock = openClock();
  const lists = spaceOut(() => expect.unreachable(), clock.options);
  lists.ask('requests');
  lists.stop();
  expect(clock.next()).toBeUndefined();
});

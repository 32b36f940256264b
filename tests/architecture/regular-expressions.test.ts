import { globSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

/** Every regular expression written in a file, in order. */
function listExpressions(file: string): RegExp[] {
  const found: RegExp[] = [];
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) found.push(new RegExp(node.regex.pattern, node.regex.flags));
    },
  }).visit(program);
  return found;
}

/** Why an expression may take more than linear time over what it starts to read. */
function findSlowness(expression: RegExp): string[] {
  return analyse(expression, { reportTypes: { Move: false } }).reports.map(
    ({ type, exponential }) => `${expression.source}: ${exponential ? 'exponential' : 'polynomial'} (${type})`,
  );
}

describe('a regular expression', () => {
  test.each([['(a+)+$'], ['^a+a+b$'], ['^\\s*x?\\s*y']])('like %s is found to be slow', (source) => {
    expect(findSlowness(new RegExp(source, 'u'))).not.toEqual([]);
  });

  test.each(['src', 'adapters', 'tools'])('in %s never tries the same text in many ways', (room) => {
    const expressions = globSync(`${room}/**/*.{ts,tsx}`).flatMap(listExpressions);
    expect(expressions.length).toBeGreaterThan(5);
    expect(expressions.flatMap(findSlowness)).toEqual([]);
  });
});

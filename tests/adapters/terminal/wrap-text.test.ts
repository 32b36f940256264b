import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../adapters/terminal/wrap-text.ts';
import { dose } from '../../dose.ts';

describe('text in a terminal', () => {
  it('keeps a mark of a list with its text, however long that goes on without a space', () => {
    expect(wrapText('· 谁收：沈阳市信访局，由沈阳市信访局办公室办理', 24)).toBe(
      '· 谁收：沈阳市信访局，由\n沈阳市信访局办公室办理',
    );
  });

  it('begins no line with a comma and ends none with an opening mark', () => {
    expect(wrapText('一二三四五六七八九十，（甲）乙', 20)).toBe('一二三四五六七八九\n十，（甲）乙');
  });

  it('breaks English at spaces, and a word longer than the line where the line ends', () => {
    expect(wrapText('the quick brown fox jumps', 20)).toBe('the quick brown fox\njumps');
    expect(wrapText('a'.repeat(45), 20)).toBe(`${'a'.repeat(20)}\n${'a'.repeat(20)}\n${'a'.repeat(5)}`);
  });

  it('loses nothing but the spaces lines break at, and no line is too wide', () => {
    const words = fc.array(
      fc.constantFrom('政府', '信息', '，', '。', '（', '）', ' ', 'open', '2017', '\n', '😀', '·'),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 88 }), (parts, columns) => {
        const text = parts.join('');
        const wrapped = wrapText(text, columns);
        expect(wrapped.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
        for (const line of wrapped.split('\n')) expect(stringWidth(line.trimEnd())).toBeLessThanOrEqual(columns);
      }),
      { seed: 7, numRuns: dose(100) },
    );
  });
});

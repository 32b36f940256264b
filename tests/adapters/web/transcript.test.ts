import { describe, expect, test } from 'vitest';
import { EMPTY, groupLines, type Pending, reduceTranscript } from '../../../adapters/web/page/state/transcript.ts';
import type { WebLine } from '../../../adapters/web/render.ts';
import { renderLine } from '../../../adapters/web/render.ts';
import type { ConversationId } from '../../../src/channel/message.ts';

function line(seq: number, from: WebLine['from'], text = `${seq}`): WebLine {
  return renderLine(
    'c' as ConversationId,
    { seq, at: '2026-11-23T00:00:00Z', from, message: { kind: 'text', text } },
    { sources: '依据' },
  );
}

const sending: Pending = { id: 'm1', label: '你好', body: { text: '你好' }, state: 'sending' };
const waiting: Pending = { ...sending, id: 'm2', state: 'waiting' };

describe('what the page makes of lines that arrive twice and in any order', () => {
  test('each is shown once, in the order of the conversation', () => {
    const first = reduceTranscript(EMPTY, { do: 'lines', lines: [line(3, 'desk'), line(1, 'desk')] });
    const second = reduceTranscript(first, { do: 'lines', lines: [line(2, 'citizen'), line(3, 'desk')] });
    expect(second.lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('a message under way gives way to its stored line, one still waiting stays', () => {
    const before = { lines: [line(1, 'desk')], pending: [sending, waiting] };
    expect(reduceTranscript(before, { do: 'lines', lines: [line(2, 'citizen')] }).pending).toEqual([waiting]);
  });

  test('a line of the desk, or one known before, takes nothing from what is under way', () => {
    const before = { lines: [line(1, 'citizen'), line(2, 'desk')], pending: [sending] };
    expect(reduceTranscript(before, { do: 'lines', lines: [line(3, 'staff')] }).pending).toEqual([sending]);
    expect(reduceTranscript(before, { do: 'lines', lines: [line(1, 'citizen')] }).pending).toEqual([sending]);
  });
});

describe('a message the desk has answered', () => {
  const answered = reduceTranscript(
    { lines: [], pending: [sending] },
    { do: 'taken', id: 'm1', replies: [line(2, 'desk')] },
  );

  test('stands before its answer at once', () => {
    expect(answered.lines.map(({ seq, from, text }) => [seq, from, text])).toEqual([
      [1, 'citizen', '你好'],
      [2, 'desk', '2'],
    ]);
    expect(answered.pending).toEqual([]);
  });

  test('gives way to the stored line, whichever comes first', () => {
    const stored = line(1, 'citizen', '（已遮盖）');
    const later = reduceTranscript(answered, { do: 'lines', lines: [stored] });
    expect(later.lines[0]?.text).toBe('（已遮盖）');
    const earlier = reduceTranscript(
      { lines: [stored], pending: [sending] },
      { do: 'taken', id: 'm1', replies: [line(2, 'desk')] },
    );
    expect(earlier.lines[0]?.text).toBe('（已遮盖）');
  });
});

test('a refused message keeps its words and the reason', () => {
  const before = { lines: [], pending: [sending] };
  const after = reduceTranscript(before, { do: 'mark', id: 'm1', state: 'refused', reason: '太长了' });
  expect(after.pending).toEqual([{ ...sending, state: 'refused', reason: '太长了' }]);
});

test('lines of one speaker in a row stand under one name', () => {
  const groups = groupLines([line(1, 'citizen'), line(2, 'desk'), line(3, 'desk'), line(4, 'staff')]);
  expect(groups.map((group) => group.map(({ seq }) => seq))).toEqual([[1], [2, 3], [4]]);
});

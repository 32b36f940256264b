import { expect, test } from 'vitest';
import { type Command, decodeCommand, encodeCommand } from '../../src/conversation/command.ts';

test.each<Command>([
  { do: 'answer', id: 'answer-deadline', year: null },
  { do: 'answer', id: 'answer-deadline', year: 2017 },
  { do: 'figure', id: 'requests-received', year: 2017 },
  { do: 'refer', matter: 'schools', place: null },
  { do: 'refer', matter: 'schools', place: '210106' },
  { do: 'request', about: null },
  { do: 'request', about: 'schools' },
  { do: 'form', action: 'edit/phone' },
  { do: 'rate', of: 'answer', subject: 'answer-deadline', release: '0123456789ab', level: null },
  { do: 'rate', of: 'answer', subject: 'answer-deadline', release: '0123456789ab', level: 5 },
  { do: 'rate', of: 'case', subject: 'SPB-2026-000001', release: null, level: 1 },
  { do: 'remedy', number: 'SPB-2026-000001' },
  { do: 'carry', number: 'SPB-2026-000001' },
  { do: 'track' },
  { do: 'person' },
])('a button comes back as what it meant: %j', (command) => {
  expect(decodeCommand(encodeCommand(command))).toEqual(command);
});

test.each([
  '',
  'answer',
  'answer/',
  'figure/20/x',
  'refer',
  'form/',
  'toString',
  '__proto__',
  'drop/table',
  'rate/case/x/6',
  'rate/all/x',
])('a forged or old value means nothing: %j', (value) => {
  expect(decodeCommand(value)).toBeUndefined();
});

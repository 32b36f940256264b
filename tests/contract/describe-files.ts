import { expect } from 'vitest';
import type { OutFile, OutMessage } from '../../src/channel/message.ts';
import type { OpenChannel } from './harness.ts';
import type { Rule } from './rules.ts';

const BYTES = Buffer.from('%PDF-1.7 a letter of the office, long enough to be one');
const LETTER: OutFile = {
  reference: 'document/SPB-2026-000001/1',
  name: '政府信息公开告知书 1号.pdf',
  mediaType: 'application/pdf',
  bytes: null,
  personal: false,
};
const CHART: OutFile = { ...LETTER, reference: 'chart/1', name: 'chart.png', mediaType: 'image/png' };
const INSTEAD = '告知书请到 https://desk.example/documents 下载。';

const hand = (file: OutFile, kind: 'file' | 'picture' = 'file'): Extract<OutMessage, { kind: 'file' | 'picture' }> => ({
  kind,
  text: '这是您的告知书。',
  file,
  instead: INSTEAD,
});

/** What becomes of files the desk hands over: owed as a reference, fetched when they are sent, or told of in words. */
export function describeFiles(rule: Rule, openChannel: () => Promise<OpenChannel>): void {
  const open = async () => {
    const channel = await openChannel();
    await channel.say({ kind: 'text', id: '901', chat: 'first', text: '在吗' });
    const before = channel.shownTo('first').length;
    channel.keepFile(LETTER.reference, BYTES);
    channel.keepFile(CHART.reference, BYTES);
    const shown = () => channel.shownTo('first').slice(before);
    const files = () => shown().flatMap(({ file }) => file ?? []);
    const words = () =>
      shown()
        .map(({ text }) => text)
        .join('\n');
    return { ...channel, shown, files, words };
  };

  rule('a file arrives whole and by its name, after its words', ['sends_files'], async () => {
    const { owe, shown, files, words } = await open();
    await owe('first', hand(LETTER));
    expect(files().map(({ name, picture }) => ({ name, picture }))).toEqual([{ name: LETTER.name, picture: false }]);
    expect(Buffer.from(files()[0]?.bytes ?? [])).toEqual(BYTES);
    expect(shown()[0]?.text).toContain('这是您的告知书。');
    expect(words()).not.toContain(INSTEAD);
  });

  rule('a picture arrives as one, after the words that say what it shows', ['sends_pictures'], async () => {
    const { owe, files, words } = await open();
    await owe('first', hand(CHART, 'picture'));
    expect(files().map(({ bytes, picture }) => [Buffer.from(bytes), picture])).toEqual([[BYTES, true]]);
    expect(words()).toContain('这是您的告知书。');
  });

  rule('words come first and buttons stay with them', ['sends_files'], async () => {
    const { owe, files, shown } = await open();
    await owe('first', { ...hand(LETTER), choices: [{ value: 'track', label: '查进度' }] });
    expect(files()).toHaveLength(1);
    expect(JSON.stringify([shown()[0]?.text, shown()[0]?.choices])).toContain('查进度');
  });

  rule('what names somebody reaches no platform abroad: it is told how to get it', [], async () => {
    const { owe, files, words, capabilities } = await open();
    await owe('first', hand({ ...LETTER, personal: true }));
    const goes = capabilities.dataResidency !== 'overseas' && capabilities.files.send > 0;
    expect(files()).toHaveLength(goes ? 1 : 0);
    expect(words().includes(INSTEAD)).toBe(!goes);
    expect(words()).toContain('这是您的告知书。');
  });

  rule('a file larger than the channel takes is told of in words, and not even fetched', ['hands_over'], async () => {
    const { owe, files, words, fetched, capabilities } = await open();
    await owe('first', hand({ ...LETTER, bytes: capabilities.files.send + 1 }));
    expect(files()).toEqual([]);
    expect(words()).toContain(INSTEAD);
    expect(fetched()).toEqual([]);
  });

  rule('a file that is no more when it is sent is told of in words', ['hands_over'], async () => {
    const { owe, files, words, keepFile } = await open();
    keepFile(LETTER.reference, null);
    await owe('first', hand(LETTER));
    expect(files()).toEqual([]);
    expect(words()).toContain('这是您的告知书。');
    expect(words()).toContain(INSTEAD);
  });

  rule('a file owed is a reference: its bytes are fetched when it is sent', ['sends_files'], async () => {
    const { owe, stop, restart, settle, fetched, keepFile, files } = await open();
    await stop();
    await owe('first', hand(LETTER));
    expect(fetched()).toEqual([]);
    const later = Buffer.from('%PDF-1.7 the letter as it is by now');
    keepFile(LETTER.reference, later);
    await restart();
    await settle();
    expect(files().map(({ bytes }) => Buffer.from(bytes))).toEqual([later]);
  });

  rule('a file whose sending fails is sent again, and its words are not', ['sends_files', 'hands_over'], async () => {
    const { owe, failNext, forward, settle, files, words } = await open();
    await owe('first', { kind: 'notice', text: '先说一句。' });
    await owe('first', hand(LETTER));
    expect(failNext({ kind: 'server_error' })).toBe(true);
    await owe('first', hand({ ...LETTER, name: '第二份.pdf' }));
    forward(60_000);
    await settle();
    forward(60_000);
    await settle();
    expect(files().map(({ name }) => name)).toEqual([LETTER.name, '第二份.pdf']);
    expect(words().split('这是您的告知书。')).toHaveLength(3);
  });
}

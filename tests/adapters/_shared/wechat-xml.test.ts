import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readXml, readXmlText, writeXml } from '../../../adapters/_shared/wechat-xml.ts';
import { dose, doseTimeout } from '../../dose.ts';
import { ATTACKS } from './xml-attacks.ts';

const bytesOf = (document: string | Uint8Array) =>
  typeof document === 'string' ? new TextEncoder().encode(document) : document;
const read = (text: string) => {
  const reading = readXml(bytesOf(text));
  return reading.kind === 'read' ? (reading.fields as Record<string, unknown>) : reading.why;
};

describe('what the platforms write is read', () => {
  test('every leaf is a string as written, so that ids keep all their digits', () => {
    expect(read('<xml><MsgId>9223372036854775807</MsgId><A>007</A><B>1e3</B><C>true</C></xml>')).toMatchObject({
      MsgId: '9223372036854775807',
      A: '007',
      B: '1e3',
      C: 'true',
    });
  });

  test('a prolog, a UTF-8 mark and line ends are no trouble', () => {
    expect(read('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<A>1</A>\n</xml>\n')).toMatchObject({ A: '1' });
  });

  test('within CDATA people may write anything, also what looks like a declaration or a reference', () => {
    const typed = '<!DOCTYPE html><b>&nbsp;&amp;</b> <?php ?> <!ENTITY x "y">';
    expect(read(`<xml><Content><![CDATA[${typed}]]></Content></xml>`)).toMatchObject({ Content: typed });
  });

  test('a text that ends a CDATA section comes whole, in two sections', () => {
    expect(read('<xml><Content><![CDATA[a]]]]><![CDATA[>b]]></Content></xml>')).toMatchObject({ Content: 'a]]>b' });
  });

  test('references stay as written: nothing is expanded', () => {
    expect(read('<xml><Content>&lt;&#20013;</Content></xml>')).toMatchObject({ Content: '&lt;&#20013;' });
  });

  test('lists within elements are read', () => {
    expect(read('<xml><P><Count>2</Count><L><item><M>a</M></item><item><M>b</M></item></L></P></xml>')).toMatchObject({
      P: { L: { item: [{ M: 'a' }, { M: 'b' }] } },
    });
  });
});

describe('what no platform writes is refused', () => {
  const connect = vi.fn(() => Promise.reject(new Error('no connection may be opened')));
  beforeEach(() => vi.stubGlobal('fetch', connect));
  afterEach(() => {
    vi.unstubAllGlobals();
    expect(connect).not.toHaveBeenCalled();
  });

  test('there are enough attacks to speak of', () => {
    expect(Object.keys(ATTACKS).length).toBeGreaterThanOrEqual(60);
  });

  test.each(Object.entries(ATTACKS))('%s', (_name, document) => {
    expect(readXml(bytesOf(document)).kind).toBe('refused');
  });
});

describe('any input at all', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    'xml',
    '<xml>',
    '</xml>',
    '<![CDATA[',
    ']]>',
    '<!',
    '<?',
    '&',
    ';',
    '信',
    '\uFEFF',
    '"',
    ' ',
  );

  test('random bytes and random markup are read or refused, never thrown at', { timeout: doseTimeout(5000) }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.array(pieces, { maxLength: 60 })), (input) => {
        const bytes = input instanceof Uint8Array ? input : bytesOf(input.join(''));
        expect(['read', 'refused']).toContain(readXml(bytes).kind);
      }),
      { seed: 20_261_123, numRuns: dose(5000) },
    );
  });

  test('what is written is read back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(), (text, number) => {
        const reading = readXmlText(writeXml({ Content: `a${text}`, CreateTime: number }));
        expect(reading).toMatchObject({ kind: 'read', fields: { Content: `a${text}`, CreateTime: String(number) } });
      }),
      { seed: 20_261_123, numRuns: dose(1000) },
    );
  });

  test('characters XML cannot carry are left out, the rest stays', () => {
    expect(readXmlText(writeXml({ Content: 'a\u0000\u0007b\uD800' }))).toMatchObject({
      fields: { Content: 'ab\uFFFD' },
    });
  });
});

import { MOST_XML_BYTES } from '../../../adapters/_shared/wechat-xml.ts';

const encoder = new TextEncoder();
const body = (inner: string) => `<xml>${inner}</xml>`;
const CONTENT = '<Content><![CDATA[hi]]></Content>';

/** UTF-16 or UTF-32 bytes of a text, with or without its mark. */
function wide(text: string, unit: 2 | 4, endian: 'little' | 'big', mark: boolean): Uint8Array<ArrayBuffer> {
  const points = [...(mark ? '\uFEFF' : ''), ...text].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * unit));
  points.forEach((point, index) => {
    if (unit === 2) view.setUint16(index * 2, point, endian === 'little');
    else view.setUint32(index * 4, point, endian === 'little');
  });
  return new Uint8Array(view.buffer);
}

const nest = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
  '',
);

/** Documents no platform writes, by what they try. Each is to be refused. */
export const ATTACKS: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  // Declarations of a document type.
  'external DTD by system address': `<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/x.dtd">${body(CONTENT)}`,
  'external DTD by public name': `<!DOCTYPE xml PUBLIC "-//A//B//EN" "http://127.0.0.1:9/x.dtd">${body(CONTENT)}`,
  'external DTD from a file': `<!DOCTYPE xml SYSTEM "file:///etc/passwd">${body(CONTENT)}`,
  'internal DTD, empty': `<!DOCTYPE xml>${body(CONTENT)}`,
  'internal DTD with elements': `<!DOCTYPE xml [<!ELEMENT xml ANY>]>${body(CONTENT)}`,
  'internal DTD with attributes': `<!DOCTYPE xml [<!ATTLIST xml a CDATA "b">]>${body(CONTENT)}`,
  'DTD in small letters': `<!doctype xml>${body(CONTENT)}`,
  'DTD after a prolog': `<?xml version="1.0"?><!DOCTYPE xml>${body(CONTENT)}`,
  'DTD after blank lines': `\n\n\t<!DOCTYPE xml>${body(CONTENT)}`,
  'DTD within the root': body(`<!DOCTYPE xml>${CONTENT}`),
  'DTD after the root': `${body(CONTENT)}<!DOCTYPE xml>`,
  'DTD after a CDATA section': body('<Content><![CDATA[a]]><!DOCTYPE xml></Content>'),
  'DTD between CDATA sections': body('<Content><![CDATA[a]]><!DOCTYPE xml><![CDATA[b]]></Content>'),
  'DTD cut off': '<!DOCTYPE xml [',
  'DTD with a space in its name': `<! DOCTYPE xml>${body(CONTENT)}`,
  // Entities.
  'external entity': `<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body('<Content>&e;</Content>')}`,
  'external entity by address': `<!DOCTYPE xml [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>${body('<Content>&e;</Content>')}`,
  'parameter entity': `<!DOCTYPE xml [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>${body(CONTENT)}`,
  'billion laughs': `<!DOCTYPE xml [<!ENTITY l0 "ha">${laughs}]>${body('<Content>&l10;</Content>')}`,
  'quadratic entity flood': `<!DOCTYPE xml [<!ENTITY a "${'a'.repeat(20_000)}">]>${body(`<Content>${'&a;'.repeat(5000)}</Content>`)}`,
  'entity that names itself': `<!DOCTYPE xml [<!ENTITY a "&a;">]>${body('<Content>&a;</Content>')}`,
  'entities naming each other': `<!DOCTYPE xml [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${body('<Content>&a;</Content>')}`,
  'entity declared in the root': body('<!ENTITY e "x"><Content>&e;</Content>'),
  'entity nobody declared': body('<Content>&secret;</Content>'),
  'reference without an end': body('<Content>&amp</Content>'),
  'bare ampersand': body('<Content>a & b</Content>'),
  'flood of foreign references': body(`<Content>${'&x;'.repeat(20_000)}</Content>`),
  'HTML reference': body('<Content>&nbsp;</Content>'),
  // CDATA that does not hold together.
  'CDATA never closed': '<xml><Content><![CDATA[hi</Content></xml>',
  'CDATA before the root': `<![CDATA[x]]>${body(CONTENT)}`,
  'CDATA after the root': `${body(CONTENT)}<![CDATA[x]]>`,
  'CDATA in small letters': body('<Content><![cdata[hi]]></Content>'),
  'CDATA with a space': body('<Content><! [CDATA[hi]]></Content>'),
  'declaration split by CDATA': body('<Content><!DOC<![CDATA[x]]>TYPE xml></Content>'),
  'tag split by CDATA': body('<Con<![CDATA[x]]>tent>hi</Content>'),
  'CDATA within a tag': body('<Content <![CDATA[x]]>>hi</Content>'),
  '5,000 CDATA sections': body('<![CDATA[x]]>'.repeat(5000)),
  // Shape.
  'elements 9 deep': body(nest(8)),
  'elements 20,000 deep': nest(8000),
  'deep and never closed': '<a>'.repeat(20_000),
  '300 siblings': body('<a/>'.repeat(300)),
  '10,000 siblings': body('<a></a>'.repeat(9000)),
  'two roots': `${body(CONTENT)}${body(CONTENT)}`,
  'another root': '<html><Content>hi</Content></html>',
  'text before the root': `hi${body(CONTENT)}`,
  'text after the root': `${body(CONTENT)}hi`,
  'no element at all': 'hello',
  'nothing at all': '',
  'only blanks': ' \n\t ',
  'elements closed in the wrong order': '<xml><a><b></a></b></xml>',
  'element never closed': '<xml><Content>hi</xml>',
  'closing tag alone': '</xml>',
  'closing tag too many': `${body(CONTENT)}</xml>`,
  'tag cut off': '<xml><Content',
  'empty tag name': '<xml><>hi</></xml>',
  'blank before a tag name': '<xml>< Content>hi</Content></xml>',
  attribute: '<xml><Content a="b">hi</Content></xml>',
  'attribute on the root': '<xml xmlns="http://127.0.0.1:9/">hi</xml>',
  'ten thousand attributes': `<xml ${'a="b" '.repeat(9000)}>hi</xml>`,
  'namespace prefix': '<xml><x:Content>hi</x:Content></xml>',
  inclusion: '<xml><xi:include href="file:///etc/passwd"/></xml>',
  'prototype of objects': body('<__proto__><a>1</a></__proto__>'),
  'constructor of objects': body('<constructor><prototype><a>1</a></prototype></constructor>'),
  'long tag name': body(`<${'a'.repeat(30_000)}>hi</${'a'.repeat(30_000)}>`),
  JSON: '{"xml":{"Content":"hi"}}',
  // Instructions and comments.
  'style sheet': `<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>${body(CONTENT)}`,
  'instruction within': body('<?php system("id") ?>'),
  comment: body(`<!-- hi -->${CONTENT}`),
  'comment before the root': `<!-- hi -->${body(CONTENT)}`,
  'two prologs': `<?xml version="1.0"?><?xml version="1.0"?>${body(CONTENT)}`,
  'prolog naming UTF-16': `<?xml version="1.0" encoding="UTF-16"?>${body(CONTENT)}`,
  'prolog naming UTF-7': `<?xml version="1.0" encoding="UTF-7"?>${body(CONTENT)}`,
  'prolog of XML 1.1': `<?xml version="1.1"?>${body(CONTENT)}`,
  // Encodings.
  'UTF-16 little-endian with its mark': wide(body(CONTENT), 2, 'little', true),
  'UTF-16 big-endian with its mark': wide(body(CONTENT), 2, 'big', true),
  'UTF-16 little-endian without': wide(body(CONTENT), 2, 'little', false),
  'UTF-16 big-endian without': wide(body(CONTENT), 2, 'big', false),
  'UTF-16 hiding a DTD': wide(`<!DOCTYPE xml>${body(CONTENT)}`, 2, 'little', true),
  'UTF-32': wide(body(CONTENT), 4, 'little', true),
  'two UTF-8 marks': encoder.encode(`\uFEFF\uFEFF${body(CONTENT)}`),
  'bytes that are no UTF-8': Uint8Array.of(0x3c, 0x78, 0xff, 0xfe, 0x3e),
  'a code point cut off': encoder.encode('<xml>信</xml>').slice(0, 7),
  'over-long code': Uint8Array.of(0xc0, 0xbc, 0x78, 0x6d, 0x6c, 0x3e),
  'a zero byte': body('<Content>a\0b</Content>'),
  // Size.
  'one byte more than 64 KiB': `<xml>${'a'.repeat(MOST_XML_BYTES - 10)}</xml>`,
  '10 MB of text': body(`<Content><![CDATA[${'a'.repeat(10_000_000)}]]></Content>`),
  '10 MB of opening tags': '<a>'.repeat(3_500_000),
};

import { XMLParser } from 'fast-xml-parser';
import { findXmlProblem, type XmlProblem } from './scan-xml.ts';

/** Bytes. A text message of the platforms takes less than 4 KiB, encrypted less than 8. */
export const MOST_XML_BYTES = 64 * 1024;

export type XmlReading =
  /** Fields below the root; every leaf is a string as written, so that 64-bit ids keep their digits. */
  { readonly kind: 'read'; readonly fields: unknown } | { readonly kind: 'refused'; readonly why: XmlProblem };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
});

/** Text of a document, without its UTF-8 mark; undefined for UTF-16 and anything else that is not UTF-8. */
function decodeDocument(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function hasRoot(value: unknown): value is { readonly xml: unknown } {
  return typeof value === 'object' && value !== null && 'xml' in value;
}

/** Fields of an `<xml>` document given as text, checked before it is parsed. Never throws. */
export function readXmlText(text: string): XmlReading {
  const problem = findXmlProblem(text);
  if (problem) return { kind: 'refused', why: problem };
  try {
    const document: unknown = parser.parse(text);
    return hasRoot(document) ? { kind: 'read', fields: document.xml } : { kind: 'refused', why: 'malformed' };
  } catch {
    return { kind: 'refused', why: 'malformed' };
  }
}

/** Fields of an `<xml>` document given as bytes: at most 64 KiB of UTF-8, no declarations, no attributes. Never throws. */
export function readXml(bytes: Uint8Array): XmlReading {
  if (bytes.length > MOST_XML_BYTES) return { kind: 'refused', why: 'too_large' };
  const text = decodeDocument(bytes);
  return text === undefined ? { kind: 'refused', why: 'not_utf8' } : readXmlText(text);
}

/** Control characters, of which XML 1.0 can write three, and the two code points it has no place for. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text as CDATA. `]]>` is cut in two sections; characters XML cannot carry are left out. */
function writeCdata(text: string): string {
  return `<![CDATA[${text.toWellFormed().replaceAll(UNWRITABLE, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** A flat `<xml>` document: numbers plain, texts as CDATA, in the order given. Names are ours, never a person's. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const body = Object.entries(fields).map(
    ([name, value]) => `<${name}>${typeof value === 'number' ? value : writeCdata(value)}</${name}>`,
  );
  return `<xml>${body.join('')}</xml>`;
}

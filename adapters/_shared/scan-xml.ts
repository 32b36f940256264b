/** Why a document is not read. */
export type XmlProblem = 'too_large' | 'not_utf8' | 'declares' | 'entity' | 'too_deep' | 'too_many' | 'malformed';

/** Elements within elements. The platforms' deepest shape has five levels. */
const DEEPEST = 8;
/** Elements and CDATA sections in one document, each. The platforms' longest shape has about forty. */
const MOST_PIECES = 256;
/** Blanks as XML knows them: JavaScript's own also take in the byte order mark. */
const BLANK = /^[ \t\r\n]*$/u;
const PROLOG = /^[ \t\r\n]*<\?xml[ \t\r\n]+version=(["'])1\.0\1(?:[ \t\r\n]+encoding=(["'])utf-8\2)?[ \t\r\n]*\?>/iu;
/** A tag as the platforms write it: a plain name, no attributes, no namespace. */
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9_]{0,63})[ \t\r\n]*(\/?)>/uy;
const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';
/** References every XML reader knows without a declaration; any other asks for one. */
const FOREIGN_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/iu;

function findTextProblem(text: string, inside: boolean): XmlProblem | undefined {
  if (!inside) return BLANK.test(text) ? undefined : 'malformed';
  return FOREIGN_REFERENCE.test(text) ? 'entity' : undefined;
}

/**
 * Reads a document once, from front to back, before a parser sees it. Passes only what the platforms write: one root,
 * elements without attributes, text and CDATA. A declaration (DTD, entity, comment, instruction) is refused wherever it
 * stands, but not within CDATA, where a person may well have typed one.
 */
export function findXmlProblem(document: string): XmlProblem | undefined {
  if (document.includes('\0')) return 'malformed';
  const text = document.replace(PROLOG, '');
  const open: string[] = [];
  let elements = 0;
  let sections = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const problem = findTextProblem(text.slice(at, next === -1 ? undefined : next), open.length > 0);
    if (problem) return problem;
    if (next === -1) break;
    if (text.startsWith(CDATA_START, next)) {
      const end = text.indexOf(CDATA_END, next + CDATA_START.length);
      if (end === -1 || open.length === 0) return 'malformed';
      sections += 1;
      if (sections > MOST_PIECES) return 'too_many';
      at = end + CDATA_END.length;
      continue;
    }
    if (text[next + 1] === '!' || text[next + 1] === '?') return 'declares';
    TAG.lastIndex = next;
    const tag = TAG.exec(text);
    if (!tag) return 'malformed';
    const [whole, closes, name = '', empty] = tag;
    if (closes && (empty || open.pop() !== name)) return 'malformed';
    if (!closes) {
      if (open.length === 0 && elements > 0) return 'malformed';
      elements += 1;
      if (elements > MOST_PIECES) return 'too_many';
      if (open.length + 1 > DEEPEST) return 'too_deep';
      if (!empty) open.push(name);
    }
    at = next + whole.length;
  }
  return open.length === 0 && elements > 0 ? undefined : 'malformed';
}

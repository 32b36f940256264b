import type { DocumentLine, ReportDocument } from '../document.ts';
import { isHeading } from './read-sections.ts';

/** Words that belong together: a sentence, or a quotation of a report. */
export interface Sentence {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
}

const ENDS_SENTENCE = /[。！？；：」』:;.|]\s*$/u;
/** A line shorter than this was not broken for want of room. */
const FULL_LINE = 15;

function goesOn(line: DocumentLine, next: DocumentLine | undefined): next is DocumentLine {
  if (next === undefined || next.cells || next.text.trim() === '' || isHeading(next.text)) return false;
  return (
    line.text.trim().length >= FULL_LINE && !ENDS_SENTENCE.test(line.text) && !/^(?:\s{2,}|\u3000)/u.test(next.text)
  );
}

/** Paragraphs of prose; lines broken in the middle of a sentence are joined. Rows of tables and headings are none. */
function listParagraphs({ lines }: ReportDocument): { start: number; end: number; line: number }[] {
  const paragraphs: { start: number; end: number; line: number }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index];
    if (!first || first.cells || first.text.trim() === '' || isHeading(first.text)) continue;
    let last = first;
    for (let next = lines[index + 1]; goesOn(last, next); next = lines[index + 1]) {
      last = next;
      index += 1;
    }
    paragraphs.push({ start: first.offset, end: last.offset + last.text.length, line: first.line });
  }
  return paragraphs;
}

/** The sentences of a report's prose, verbatim, with where they begin. Marks of quotation around one are left out. */
export function splitSentences(document: ReportDocument): readonly Sentence[] {
  return listParagraphs(document).flatMap(({ start, end, line }) => {
    const text = document.text.slice(start, end);
    return [...text.matchAll(/[^。！？]+(?:[。！？]|$)/gu)].flatMap((match) => {
      const lead = /^[\s「」『』]*/u.exec(match[0])?.[0].length ?? 0;
      const sentence = match[0].slice(lead).replace(/[\s「」『』]+$/u, '');
      if (sentence === '') return [];
      const offset = match.index + lead;
      const down = text.slice(0, offset).split('\n').length - 1;
      return [{ text: sentence, offset: start + offset, line: line + down }];
    });
  });
}

/** An address stays as it is: a backslash would become part of it. */
const ADDRESS = /(https?:\/\/[\w./?=&%#:@~+-]+)/u;
const MARKUP = /[\\`*_[\]<>~]|^[ \t]*#/gmu;

/** A text as markdown that shows it as written: the platform's cards know no other kind, and break lines only after two blanks. */
export function writeMarkdown(text: string): string {
  return text
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(MARKUP, (mark) => mark.replace(/.$/u, '\\$&'))))
    .join('')
    .replaceAll('\n', '  \n');
}

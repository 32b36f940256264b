import type { ReactNode } from 'react';

const LINK = /(https?:\/\/[^\s<>"，。；、）》]+)/u;

function linkify(text: string): ReactNode[] {
  return text.split(LINK).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/** Plain text, each line a paragraph: the first is the answer, the others its details. Never interpreted as markup. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n+/u).map((paragraph, index) => (
        <p key={index}>{linkify(paragraph)}</p>
      ))}
    </>
  );
}

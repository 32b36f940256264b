/** Words a renderer adds of its own, in the language of the document. */
export interface RenderWords {
  /** Foot of a sheet, with {page} and {pages}. */
  readonly page: string;
  /** Foot of a letter, with {page}. */
  readonly pageLetter: string;
  readonly signRequester: string;
  readonly signDay: string;
  /** Said once where a character is not in the font. */
  readonly rareNote: string;
}

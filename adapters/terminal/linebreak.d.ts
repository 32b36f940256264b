declare module 'linebreak' {
  /** Finds where a text may be broken into lines. */
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default class LineBreaker {
    constructor(text: string);
    /** The next place a line may end, in UTF-16 code units from the start; null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

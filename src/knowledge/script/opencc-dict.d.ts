declare module 'opencc-js/dict/STCharacters' {
  /** `simplified traditional traditional …` entries parted by `|`; the first traditional form is the usual one. */
  const pairs: string;

  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default pairs;
}

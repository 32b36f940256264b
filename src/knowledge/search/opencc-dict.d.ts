declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs parted by `|`; the first simplified form is the usual one. */
  const pairs: string;

  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default pairs;
}

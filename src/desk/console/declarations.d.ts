/// <reference types="vite/client" />
/** Message catalogues are compiled in by `compile-texts.ts`: key to text. */
declare module '*.yaml' {
  export const texts: Readonly<Record<string, string>>;
}

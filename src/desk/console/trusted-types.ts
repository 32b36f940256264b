interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown;
}

/**
 * The page's policy forbids turning text into markup. The styles of the widgets are written into style elements in that
 * way too: text without a tag may pass, anything else throws.
 */
export function allowStylesOnly(): void {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  types?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('markup from text is not allowed here');
      return text;
    },
  });
}

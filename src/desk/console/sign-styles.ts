/**
 * Gives every style element made by script the page's nonce, without which the content policy refuses it. The widgets'
 * own setting reaches most of theirs, not those that lock scrolling or measure scroll bars.
 */
export function signStyles(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}

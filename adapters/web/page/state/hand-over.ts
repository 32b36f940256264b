const LINK = /^#hand-over=([A-Za-z0-9_-]{20,100})$/u;

/**
 * The token of a link from a chat, taken out of the address so that neither a reload nor the history uses it again.
 * Null when the page was opened by itself.
 */
export function takeHandOver(): string | null {
  const token = LINK.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(null, '', location.pathname + location.search);
  return token;
}

// A link opened while the page stands in this tab changes the hash only: start afresh with it.
addEventListener('hashchange', () => {
  if (LINK.test(location.hash)) location.reload();
});

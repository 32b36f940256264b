import type { Page } from 'playwright-core';

/** Runs in the page. */
function listCutOff(): string[] {
  const scrolls = (style: CSSStyleDeclaration) => ['auto', 'scroll'].includes(style.overflowX);
  const cut: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const words = text.map(({ textContent }) => textContent?.trim()).join('');
    if (words === '' || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const boxes = text.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
    const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
    // What only a screen reader is told has no width, or stands off the page.
    if (right - left < 2 || right < 0) continue;
    let edge = { left: 0, right: document.documentElement.clientWidth };
    for (let around: HTMLElement | null = element; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (scrolls(style)) {
        edge = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };
        break;
      }
      // The beginning of a line that is read in full elsewhere.
      if (style.textOverflow === 'ellipsis' || style.overflowX === 'visible') continue;
      const box = around.getBoundingClientRect();
      // A box of a pixel is for screen readers.
      if (box.width < 2) {
        edge = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };
        break;
      }
      edge = { left: Math.max(edge.left, box.left), right: Math.min(edge.right, box.right) };
    }
    if (left < edge.left - 1 || right > edge.right + 1) cut.push(words);
  }
  return cut;
}

/** Words that stand beyond the edge of the page or of the box around them, where nothing can be scrolled to show them. */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(listCutOff);
}

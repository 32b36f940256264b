import type { Signature } from '../../requests/documents/index.ts';
import type { RenderWords } from '../words.ts';
import { type Canvas, keepTogether, prepareText, textArea } from './canvas.ts';
import { setParagraph } from './set-paragraph.ts';

/** Lines the signature needs with the room above it. */
export const SIGNATURE_LINES = 5;

/** Name, day and the place of the seal, centred on one another four characters from the right edge (GB/T 9704, 7.3.5). */
function setAuthority(canvas: Canvas, signature: Extract<Signature, { by: 'authority' }>): void {
  const { pdf, root, style } = canvas;
  const { x, width } = textArea(canvas);
  const lines = [signature.name, signature.on, signature.seal];
  prepareText(canvas, width);
  const wide = Math.min(Math.max(...lines.map((line) => pdf.widthOfString(line))) + style.size, width);
  const left = x + width - wide - Math.min(4 * style.size, width - wide);
  keepTogether(canvas, SIGNATURE_LINES * style.pitch);
  pdf.y += style.pitch * 1.5;
  for (const line of lines) {
    const options = prepareText(canvas, wide, { align: 'center' });
    root.add(pdf.struct('P', {}, [() => pdf.text(line, left, pdf.y, options)]));
  }
  pdf.x = x;
}

/** What stands under the document. */
export function setSignature(canvas: Canvas, signature: Signature, words: RenderWords): void {
  if (signature.by === 'authority') setAuthority(canvas, signature);
  else {
    const room = '　'.repeat(10);
    setParagraph(canvas, `${words.signRequester}${room}${words.signDay}`, {
      before: canvas.style.pitch * 1.5,
      keep: 0,
    });
  }
}

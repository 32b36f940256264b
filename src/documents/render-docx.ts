import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { DeskError } from '../errors.ts';
import { type DocumentModel, makeTemplateData } from '../requests/documents/index.ts';
import type { OwnTemplates } from './own-templates.ts';
import type { RenderWords } from './words.ts';

/** Where the shipped templates stand, one for each layout; `tools/write-templates.ts` makes them. */
const SHIPPED = join(import.meta.dirname, 'templates');

/**
 * A document as an editable file, from a template an office can change: its own, else the shipped one of its layout.
 * @throws DeskError KNOWLEDGE_INVALID when the template cannot be filled
 */
export function renderDocx(
  model: DocumentModel,
  { words, own }: { readonly words: RenderWords; readonly own: OwnTemplates },
): Uint8Array {
  const file = own(model.kind) ?? readFileSync(join(SHIPPED, `${model.layout}.docx`));
  try {
    const template = new Docxtemplater(new PizZip(file), {
      errorLogging: false,
      paragraphLoop: true,
      linebreaks: true,
    });
    template.render(makeTemplateData(model, words));
    return template.toBuffer({ compression: 'DEFLATE' });
  } catch (cause) {
    throw new DeskError('KNOWLEDGE_INVALID', `${model.kind}.docx: this template cannot be filled`, {
      hint: './desk knowledge check',
      cause,
    });
  }
}

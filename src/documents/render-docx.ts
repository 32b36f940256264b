import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { DeskError } from '../errors.ts';
import { type DocumentModel, makeTemplateData } from '../requests/documents/index.ts';
import type { RenderWords } from './words.ts';

/** Where the shipped templates stand, one for each layout; `tools/write-templates.ts` makes them. */
const SHIPPED = join(import.meta.dirname, 'templates');

/** The template of a document: the office's own when there is one, else the shipped one of its layout. */
function findTemplate(model: DocumentModel, own: string): string {
  const file = join(own, `${model.kind}.docx`);
  return existsSync(file) ? file : join(SHIPPED, `${model.layout}.docx`);
}

/**
 * A document as an editable file, from a template an office can change. `own` is the folder of the office's templates.
 * @throws DeskError KNOWLEDGE_INVALID when the template cannot be filled
 */
export function renderDocx(
  model: DocumentModel,
  options: { readonly words: RenderWords; readonly own: string },
): Uint8Array {
  const file = findTemplate(model, options.own);
  try {
    const template = new Docxtemplater(new PizZip(readFileSync(file)), {
      errorLogging: false,
      paragraphLoop: true,
      linebreaks: true,
    });
    template.render(makeTemplateData(model, options.words));
    return template.toBuffer({ compression: 'DEFLATE' });
  } catch (cause) {
    throw new DeskError('KNOWLEDGE_INVALID', `${file}: this template cannot be filled`, {
      hint: './desk knowledge check',
      cause,
    });
  }
}

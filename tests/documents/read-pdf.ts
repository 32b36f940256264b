import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StructTreeNode, TextContent } from 'pdfjs-dist/types/src/display/api.js';

export interface ReadPdf {
  /** The text in reading order, without what is decoration: page numbers. White space dropped. */
  readonly text: string;
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  /** Roles of the structure tree, in order. */
  readonly roles: readonly string[];
}

function takeText({ items }: TextContent): string {
  const open: string[] = [];
  return items
    .map((item) => {
      if ('str' in item) return open.includes('Artifact') ? '' : item.str;
      if (item.type === 'endMarkedContent') open.pop();
      // The tag is there, though the types do not tell.
      else open.push((item as { readonly tag?: string }).tag ?? '');
      return '';
    })
    .join('')
    .replaceAll(/\s/gu, '');
}

function listRoles(node: StructTreeNode | null): string[] {
  if (!node) return [];
  return [node.role, ...node.children.flatMap((child) => ('role' in child ? listRoles(child) : []))];
}

/** Reads a PDF as a reader of the file would, with a library that is not the one it was made with. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(takeText(await page.getTextContent({ includeMarkedContent: true })));
    roles.push(...listRoles(await page.getStructTree()));
  }
  const { info } = await document.getMetadata();
  const fields = info as { readonly Title?: string; readonly Language?: string };
  // A map, though the types say it is an object.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const marked = marks?.get('Marked') === true;
  await task.destroy();
  return { text: pages.join(''), pages, title: fields.Title ?? '', language: fields.Language ?? '', marked, roles };
}

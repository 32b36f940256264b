import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Signs before a name that open, close or turn round a part. */
const SIGN = /^[#/^]/u;

/** Names of all tags of a DOCX template, those within others too; or why it cannot be read. */
export function listTags(bytes: Uint8Array): { readonly tags: ReadonlySet<string> } | { readonly reason: string } {
  // Loaded here and not above: only a check of an office's own templates needs them.
  const PizZip = require('pizzip') as typeof import('pizzip');
  const Docxtemplater = require('docxtemplater') as typeof import('docxtemplater').default;
  const tags = new Set<string>();
  const collect = {
    name: 'collect-tags',
    preparse: (parsed: readonly { readonly type: string; readonly value?: string; readonly position?: string }[]) => {
      let open: string | undefined;
      for (const part of parsed) {
        if (part.type !== 'delimiter') {
          if (open !== undefined && part.type === 'content' && part.position === 'insidetag') open += part.value ?? '';
        } else if (part.position === 'start') open = '';
        else if (open !== undefined) {
          tags.add(open.trim().replace(SIGN, ''));
          open = undefined;
        }
      }
    },
  };
  try {
    new Docxtemplater(new PizZip(bytes), {
      modules: [collect],
      errorLogging: false,
      paragraphLoop: true,
      linebreaks: true,
    });
    return { tags };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

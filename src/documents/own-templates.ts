import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The office's own template of a kind of document, where it has one. */
export type OwnTemplates = (kind: string) => Uint8Array | undefined;

/** Those that stand in a folder. */
export function templatesIn(folder: string): OwnTemplates {
  return (kind) => {
    const file = join(folder, `${kind}.docx`);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
}

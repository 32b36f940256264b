import { stringify } from 'yaml';

/** The way the knowledge is written: two columns, texts of several lines as blocks, no line broken. */
export const WRITTEN = { lineWidth: 0, indent: 2, indentSeq: true } as const;

/** Data as YAML. */
export function writeYaml(data: unknown): string {
  return stringify(data, { ...WRITTEN, schema: 'core', aliasDuplicateObjects: false });
}

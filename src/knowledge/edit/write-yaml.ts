import { stringify } from 'yaml';

/** Data as YAML the way the knowledge is written: two columns, texts of several lines as blocks, no line broken. */
export function writeYaml(data: unknown): string {
  return stringify(data, { schema: 'core', lineWidth: 0, indent: 2, indentSeq: true, aliasDuplicateObjects: false });
}

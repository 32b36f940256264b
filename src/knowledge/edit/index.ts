/** The knowledge as it is edited: what there is to edit, one entry at a time, checked field by field. */
export { type CheckedText, checkText, type FieldProblem } from './check-text.ts';
export { listValues } from './check-words.ts';
export { dropEntryText, putEntryText, readEntryText } from './entry-text.ts';
export { type ListedEntry, listEntries, nameFile } from './list-entries.ts';
export { patchEntryText, putPairText } from './patch-entry.ts';
export { patchYaml } from './patch-yaml.ts';
export { readData } from './read-data.ts';
export { beginFile, listOf } from './schema-of.ts';
export { nameText, TEXTS } from './spoken-texts.ts';
export { putTextEntry, readTextEntry, readTextNote } from './text-entry.ts';
export { writeYaml } from './write-yaml.ts';

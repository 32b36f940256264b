/** Files people send to go with their requests: what kinds, how large, without traces of the camera, searched for viruses. */
export { type CheckedFile, checkFile, type FileFault, MOST_BYTES, MOST_FILES } from './check-file.ts';
export { KINDS } from './detect-type.ts';
export { createScanner, type Scan } from './scanner.ts';
export { tidyFileName } from './tidy-name.ts';

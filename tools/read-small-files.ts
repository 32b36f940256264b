import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in the files of a folder and those below it, but for files of more bytes than `most`: a fuzzer opens them slowly and mutates them no better. */
export function readSmallFiles(folder: string, most: number): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= most)
    .map((file) => readFileSync(file));
}

/**
 * Seeds for `fuzz-guided.sh`: the files of a folder, once for each parser. `node tools/write-fuzz-seeds.ts FOLDER CORPUS`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARSERS } from './fuzz-parsers.ts';
import { readSmallFiles } from './read-small-files.ts';

const [folder = '', corpus = ''] = process.argv.slice(2);
const MOST = 60_000;

mkdirSync(corpus, { recursive: true });
readSmallFiles(folder, MOST).forEach((bytes, at) => {
  PARSERS.forEach((_, parser) => {
    writeFileSync(join(corpus, `seed-${at}-${parser}`), Buffer.concat([Buffer.of(parser), bytes]));
  });
});

/**
 * Seeds for `fuzz-guided.sh`: the files of a folder, once for each parser. `node tools/write-fuzz-seeds.ts FOLDER CORPUS`
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARSERS } from './fuzz-parsers.ts';

const [folder = '', corpus = ''] = process.argv.slice(2);
/** Larger files are opened slowly and mutated no better. */
const MOST = 60_000;

mkdirSync(corpus, { recursive: true });
readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((file) => statSync(file).isFile() && statSync(file).size <= MOST)
  .forEach((file, at) => {
    PARSERS.forEach((_, parser) => {
      writeFileSync(join(corpus, `seed-${at}-${parser}`), Buffer.concat([Buffer.of(parser), readFileSync(file)]));
    });
  });

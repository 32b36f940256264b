/**
 * The targets of `fuzz-parsers.ts` without jazzer.js, whose binaries want a newer system than some: seeds are the files
 * of a folder, mutated by chance. `node tools/fuzz-blindly.ts FOLDER RUNS [SEED]` ends with 1 when a parser threw.
 */
import { createRandom } from '../src/chaos/random.ts';
import { fuzz, PARSERS } from './fuzz-parsers.ts';
import { readSmallFiles } from './read-small-files.ts';

const [folder = '', runs = '10000', seed = '1'] = process.argv.slice(2);
const MOST = 200_000;
const SLOW_MS = 2000;
const random = createRandom(Number(seed));
const files = readSmallFiles(folder, MOST);

/** Some bytes changed, some taken out, a piece of another file put in. */
function mutate(file: Buffer): Buffer {
  let bytes = Buffer.from(file);
  for (let times = random.between(0, 6); times > 0 && bytes.length > 0; times -= 1) {
    const at = random.between(0, bytes.length - 1);
    const many = random.between(1, 40);
    const how = random.between(0, 2);
    if (how === 0) bytes[at] = random.between(0, 255);
    if (how === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + many)]);
    if (how === 2)
      bytes = Buffer.concat([bytes.subarray(0, at), random.pick(files).subarray(0, many), bytes.subarray(at)]);
  }
  return bytes;
}

const findings = new Map<string, number>();
let slowest = 0;
for (let run = 0; run < Number(runs); run += 1) {
  const parser = run % PARSERS.length;
  const began = performance.now();
  await fuzz(Buffer.concat([Buffer.from([parser]), mutate(random.pick(files))])).catch((error: unknown) => {
    const what = `parser ${parser}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : error}`;
    findings.set(what, (findings.get(what) ?? 0) + 1);
  });
  const took = performance.now() - began;
  if (took > SLOW_MS) findings.set(`parser ${parser} took ${Math.round(took)} ms`, 1);
  slowest = Math.max(slowest, took);
}
for (const [what, many] of findings) process.stdout.write(`${many} × ${what}\n`);
process.stdout.write(
  `${runs} runs over ${files.length} files, ${findings.size} findings, slowest ${Math.round(slowest)} ms\n`,
);
process.exitCode = findings.size > 0 ? 1 : 0;

import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { FileProblem } from './fault.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes all entries together may unpack to. */
  readonly unpacked: number;
}
const LIMITS: ZipLimits = { entries: 2000, unpacked: 100 * 1024 * 1024 };

/** What a package of XML files holds, found by unpacking it under a limit without keeping anything. */
export interface ZipSurvey {
  readonly names: readonly string[];
  readonly macros: boolean;
  readonly formulas: boolean;
}

class Refused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** Unpacks one entry, counting; the first bytes tell a document type, which these formats never have. */
function unpack(zip: ZipFile, entry: Entry, left: number, see: (chunk: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > left) stream.destroy(new Refused({ code: 'fault_bomb', values: {} }));
        else if (/\.(?:xml|rels)$/u.test(entry.fileName)) see(chunk.toString('latin1'));
      });
      stream.on('end', () => resolve(size));
      stream.on('error', reject);
    });
  });
}

async function survey(bytes: Buffer, limits: ZipLimits): Promise<ZipSurvey> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.entries) throw new Refused({ code: 'fault_bomb', values: {} });
  const names: string[] = [];
  let left = limits.unpacked;
  let formulas = false;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      names.push(entry.fileName);
      if (entry.isEncrypted()) return reject(new Refused({ code: 'fault_locked', values: {} }));
      unpack(zip, entry, left, (chunk) => {
        if (/<!(?:DOCTYPE|ENTITY)/u.test(chunk)) throw new Refused({ code: 'fault_damaged', values: {} });
        if (entry.fileName.startsWith('xl/worksheets/') && /<f[\s>]/u.test(chunk)) formulas = true;
      }).then((size) => {
        left -= size;
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
  return { names, formulas, macros: names.some((name) => /vbaProject\.bin$|\/macrosheets\/|\/activeX\//iu.test(name)) };
}

/** Surveys a zip before any library unpacks it: bombs, locked and damaged ones are refused. */
export async function guardZip(
  bytes: Uint8Array,
  limits: ZipLimits = LIMITS,
): Promise<ZipSurvey | { readonly fault: FileProblem }> {
  try {
    return await survey(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  } catch (error) {
    return { fault: error instanceof Refused ? error.problem : { code: 'fault_damaged', values: {} } };
  }
}

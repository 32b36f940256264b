import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { DeskError } from '../errors.ts';

/** Looks through a file for viruses. `unscanned`: there is no scanner. @throws when the scanner cannot say */
export type Scan = (bytes: Uint8Array) => Promise<'clean' | 'infected' | 'unscanned'>;

/** Milliseconds a scan may take. */
const PATIENCE_MS = 60_000;

/** A program that reads the file on its standard input and ends with 0 when it is clean, 1 when it is not, as clamdscan does. */
function scanByCommand([command = '', ...args]: readonly string[]): Scan {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const child = execFile(command, args, { timeout: PATIENCE_MS }, (error) => {
        if (!error) resolve('clean');
        else if (error.code === 1) resolve('infected');
        else reject(new DeskError('SCANNER_FAILED', `the virus scanner ended with ${error.code ?? error.signal}`));
      });
      // A scanner that has seen enough closes its input; how it ends tells what it found.
      child.stdin?.on('error', () => {});
      child.stdin?.end(bytes);
    });
}

/** clamd over its socket: `/run/clamav/clamd.ctl` or `host:port`. */
function scanBySocket(place: string): Scan {
  const [host, port] = place.startsWith('/') ? [] : place.split(/:(?=\d+$)/u);
  const where = host === undefined ? { socket: place } : { socket: false as const, host, port: Number(port) };
  return async (bytes) => {
    const { default: NodeClam } = await import('clamscan');
    const options = { ...where, timeout: PATIENCE_MS, localFallback: false };
    try {
      const clam = await new NodeClam().init({ clamscan: { active: false }, clamdscan: options });
      const { isInfected } = await clam.scanStream(Readable.from([Buffer.from(bytes)]));
      if (isInfected === null) throw new Error('no verdict');
      return isInfected ? 'infected' : 'clean';
    } catch (cause) {
      throw new DeskError('SCANNER_FAILED', 'the virus scanner does not answer', { cause });
    }
  };
}

/** The scanner a setting names: `off`, `clamd:PLACE`, or `command:PROGRAM ARGUMENTS`. */
export function createScanner(setting: string): Scan {
  const [kind, rest = ''] = [setting.split(':', 1)[0], setting.slice(setting.indexOf(':') + 1)];
  if (kind === 'clamd') return scanBySocket(rest);
  if (kind === 'command') return scanByCommand(rest.split(/\s+/u).filter(Boolean));
  return async () => 'unscanned';
}

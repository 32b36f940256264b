import { buffer } from 'node:stream/consumers';
import { importBytes } from './open-report.ts';

// The other side of `import-apart.ts`: the bytes of a file come in, the report or why it is refused goes out.
process.stdout.write(JSON.stringify(await importBytes(await buffer(process.stdin), process.argv[2] ?? '')));

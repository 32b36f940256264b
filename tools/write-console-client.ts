import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLIENT_FILE, writeClientTypes } from './write-client-types.ts';

writeFileSync(resolve(import.meta.dirname, '..', CLIENT_FILE), await writeClientTypes());

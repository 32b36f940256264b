import { json } from 'node:stream/consumers';
import { type RenderJob, renderJob } from './render.ts';

// The other side of `render-apart.ts`: a job as JSON comes in, the file goes out.
process.stdout.write(await renderJob((await json(process.stdin)) as RenderJob));

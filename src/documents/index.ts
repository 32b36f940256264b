/** Documents of requests: made, kept, and set as files. */
export { makeDocument, openDocument } from './make-document.ts';
export { type RenderJob, renderJob, renderWords } from './render.ts';

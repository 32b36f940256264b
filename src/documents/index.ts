/** Documents of requests: made, kept, and set as files. */

export { createDownload } from './download/index.ts';
export { makeDocument, openDocument } from './make-document.ts';
export { type RenderJob, renderEditable, renderJob, renderWords } from './render.ts';
export { createRenderer } from './render-apart.ts';

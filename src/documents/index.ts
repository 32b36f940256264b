/** Documents of requests: made, kept, and set as files. */

export { createDocumentFiles, describeDocumentFile } from './document-files.ts';
export { createDownload } from './download/index.ts';
export { makeDocument, openDocument } from './make-document.ts';
export { type RenderJob, renderEditable, renderJob, renderWords } from './render.ts';
export { createRenderer, type Renderer } from './render-apart.ts';

/** Documents of requests: made, kept, and set as files. */

export { createDocumentFiles, describeDocumentFile } from './document-files.ts';
export { factsOfRequest, mergeFacts } from './facts-of-request.ts';
export { makeDocument, openDocument } from './make-document.ts';
export { templatesIn } from './own-templates.ts';
export { createChartFiles } from './picture/chart-files.ts';
export { type RenderJob, renderEditable, renderJob, renderWords } from './render.ts';
export { createRenderer, type Renderer } from './render-apart.ts';

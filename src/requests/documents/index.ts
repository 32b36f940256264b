/** Documents of a request, put together from texts and facts: letters, forms and sheets as data, before they are set. */
export {
  type Composed,
  composeDocument,
  type DocumentTexts,
  findSeries,
  writeDocumentNumber,
} from './compose-document.ts';
export { type DocumentFacts, documentFactsSchema } from './facts.ts';
export {
  type Box,
  countHeadRows,
  type DocumentBlock,
  type DocumentModel,
  EMPTY_BOX,
  type FieldRow,
  type Grid,
  type GridCell,
  type Signature,
  TICKED_BOX,
  writeDocument,
} from './model.ts';
export { FACT_SHAPES, type FactShape } from './placeholders.ts';
export { makeTemplateData } from './template-data.ts';

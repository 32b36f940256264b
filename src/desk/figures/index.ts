/** How a period went: counted from what is stored, shown and exported. */
export { countPlaces, countTopicDays, type Period } from './figures-store.ts';
export { listTables } from './list-tables.ts';
export { INQUIRIES, readFigures, readWork, titlesOf } from './read-figures.ts';
export { EXPORT_TYPES, writeExport } from './write-export.ts';

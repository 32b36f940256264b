import {
  FACT_SHAPES,
  type LawMention,
  LETTERHEAD_WORDS,
  listPlaceholders,
  readLawMention,
} from '../../requests/documents/placeholders.ts';
import { errorAt, type Finding } from '../files/problem.ts';
import type { KnowledgeFiles } from '../files/read-files.ts';
import { DOCUMENT_NAMES } from '../schema/document.ts';
import type { Law } from '../schema/law.ts';
import { type DocumentString, type DocumentTextFiles, listDocumentStrings } from './document-texts.ts';
import { listLaws, type Rule } from './rule.ts';

const ALWAYS = '9999-12-31';

function judgeLaw(said: DocumentString, mention: LawMention, laws: ReadonlyMap<string, Law>, today: string): Finding[] {
  const { file, path } = said;
  const law = laws.get(mention.law);
  if (!law) return [errorAt(file, path, 'dead_law', { law: mention.law })];
  if (mention.article !== undefined && law.articles !== undefined && mention.article > law.articles) {
    return [errorAt(file, path, 'dead_article', { law: law.title, article: mention.article, last: law.articles })];
  }
  const end = law.to ?? ALWAYS;
  if (end < (said.to ?? today))
    return [errorAt(file, path, 'law_out_of_force', { law: law.title, id: law.id, to: end })];
  if (law.from > (said.to ?? today)) {
    return [errorAt(file, path, 'law_not_yet_in_force', { law: law.title, id: law.id, from: law.from })];
  }
  return [];
}

function judgeFact({ file, path, value }: DocumentString): Finding[] {
  const [name = '', wanted] = value.split('=');
  const shape = FACT_SHAPES.get(name);
  if (!shape) return [errorAt(file, path, 'unknown_placeholder', { name })];
  if (wanted === undefined || shape.values.includes(wanted)) return [];
  return [errorAt(file, path, 'not_allowed', { field: name, value: wanted, allowed: shape.values.join(', ') })];
}

/** `laws` is left out where they are judged elsewhere. */
function judgeText(said: DocumentString, laws: ReadonlyMap<string, Law> | undefined, today: string): Finding[] {
  const { file, path, value } = said;
  const columns = said.list === undefined ? [] : (FACT_SHAPES.get(said.list)?.columns ?? []);
  const inner = listPlaceholders(value);
  const stray = inner.length * 2 === (value.match(/[{}]/gu) ?? []).length ? [] : [errorAt(file, path, 'stray_brace')];
  return [
    ...stray,
    ...inner.flatMap((name) => {
      const mention = readLawMention(name);
      if (mention) return laws ? judgeLaw(said, mention, laws, today) : [];
      const known =
        said.is === 'column'
          ? columns.includes(name)
          : LETTERHEAD_WORDS.has(name) || (FACT_SHAPES.get(name)?.type ?? 'list') !== 'list';
      return known ? [] : [errorAt(file, path, 'unknown_placeholder', { name })];
    }),
  ];
}

/** Names in the texts of one document or of the letterhead that nobody could fill in, and braces that do not match. */
export function judgeNames(texts: DocumentTextFiles): Finding[] {
  return listDocumentStrings(texts).flatMap((said) =>
    said.is === 'fact' ? judgeFact(said) : judgeText(said, undefined, said.from),
  );
}

/** Every value of a fact with a fixed list has its words. */
function findMissingWords(files: KnowledgeFiles): Finding[] {
  if (!files.letterhead) return [];
  const { file, data } = files.letterhead;
  return [...FACT_SHAPES].flatMap(([name, { type, values }]) => {
    if (type !== 'choice') return [];
    const missing = values.filter((value) => data.words[name]?.[value] === undefined);
    return missing.map((value) => errorAt(file, ['words', name], 'missing_word', { name, value }));
  });
}

/** One file for each kind, and remedies without a gap or an overlap. */
function findMissingTexts(files: KnowledgeFiles): Finding[] {
  const [first] = files.documents;
  if (!first) return [];
  const folder = first.file.slice(0, first.file.lastIndexOf('/'));
  const kinds = new Map<string, string>();
  const twice = files.documents.flatMap(({ file, data }) => {
    const other = kinds.get(data.kind);
    kinds.set(data.kind, file);
    return other === undefined ? [] : [errorAt(file, ['kind'], 'duplicate_id', { id: data.kind, other })];
  });
  const lacking = DOCUMENT_NAMES.filter((kind) => !kinds.has(kind)).map((kind) =>
    errorAt(`${folder}/${kind}.yaml`, [], 'missing_file'),
  );
  const letterhead = files.letterhead
    ? []
    : [errorAt(`${folder.slice(0, folder.lastIndexOf('/'))}/letterhead.yaml`, [], 'missing_file')];
  return [...twice, ...lacking, ...letterhead];
}

/** Documents name facts that exist and articles that were in force when they are printed; no kind and no word is missing. */
export const documentsHold: Rule = {
  name: 'documents-hold',
  needsEveryFile: true,
  check: ({ files, today }) => {
    const laws = new Map(listLaws(files).map(({ value }) => [value.id, value]));
    return [
      ...listDocumentStrings(files).flatMap((said) =>
        said.is === 'fact' ? judgeFact(said) : judgeText(said, laws, today),
      ),
      ...findMissingWords(files),
      ...findMissingTexts(files),
    ];
  },
};

import { z } from 'zod';
import {
  aboutSchema,
  entryListSchema,
  entryQuerySchema,
  entrySchema,
  figureListSchema,
  figureQuerySchema,
  figureSchema,
  refusalSchema,
} from './schema.ts';

const JSON_TYPE = 'application/json';

interface Operation {
  readonly path: string;
  readonly summary: string;
  readonly answers: string;
  readonly query?: z.ZodObject;
  readonly parameter?: string;
}

const OPERATIONS: readonly Operation[] = [
  { path: '/open/api', summary: 'Whose desk this is and what is published', answers: 'About' },
  {
    path: '/open/api/entries',
    summary: 'Answers, by topic or by question',
    answers: 'EntryList',
    query: entryQuerySchema,
  },
  { path: '/open/api/entries/{id}', summary: 'One answer', answers: 'Entry', parameter: 'id' },
  {
    path: '/open/api/figures',
    summary: 'Figures of the annual reports, by year or metric',
    answers: 'FigureList',
    query: figureQuerySchema,
  },
];

function listParameters({ query, parameter }: Operation) {
  const named = parameter ? [{ name: parameter, in: 'path', required: true, schema: { type: 'string' } }] : [];
  const asked = query ? (z.toJSONSchema(query, { io: 'input' }).properties ?? {}) : {};
  return [...named, ...Object.entries(asked).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))];
}

function listSchemas() {
  const registry = z.registry<{ id: string }>();
  registry.add(aboutSchema, { id: 'About' });
  registry.add(entrySchema, { id: 'Entry' });
  registry.add(entryListSchema, { id: 'EntryList' });
  registry.add(figureSchema, { id: 'Figure' });
  registry.add(figureListSchema, { id: 'FigureList' });
  registry.add(refusalSchema, { id: 'Refusal' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'output' });
  // Within the document they are known by their place; as an `$id` that place would be none.
  const named = Object.entries(schemas).map(([name, schema]) => {
    const { $id: _id, $schema: _schema, ...rest } = schema;
    return [name, rest] as const;
  });
  return Object.fromEntries(named);
}

const refer = (name: string) => ({ content: { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${name}` } } } });

/** The OpenAPI 3.1 document of the public side, made from the schemas its answers are held to. */
export function describeApi(authority: string): object {
  const paths = OPERATIONS.map((operation) => [
    operation.path,
    {
      get: {
        summary: operation.summary,
        parameters: listParameters(operation),
        responses: {
          '200': { description: 'Found', ...refer(operation.answers) },
          ...(operation.parameter ? { '404': { description: 'Nothing of that name', ...refer('Refusal') } } : {}),
          ...(operation.query ? { '400': { description: 'A parameter does not hold', ...refer('Refusal') } } : {}),
          '304': { description: 'It is what `if-none-match` names' },
          '429': { description: 'Too many calls in this minute; see retry-after', ...refer('Refusal') },
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: `${authority} – open data`, version: '1.0.0' },
    paths: Object.fromEntries(paths),
    components: { schemas: listSchemas() },
  };
}

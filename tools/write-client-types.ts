import { fastify } from 'fastify';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { z } from 'zod';
import { createDeskApi, type DeskApiOptions } from '../src/desk/api/index.ts';

/** Where the console's types of the desk's interface stand, from the project's root. */
export const CLIENT_FILE = 'src/desk/console/api/paths.d.ts';

const PREFIX = '/desk/api';
const bodySchema = z.object({ content: z.object({ 'application/json': z.object({ schema: z.json() }) }) });
const operationSchema = z.object({
  parameters: z
    .array(
      z.object({
        in: z.enum(['path', 'query']),
        name: z.string(),
        required: z.boolean().default(false),
        schema: z.json(),
      }),
    )
    .default([]),
  requestBody: bodySchema.optional(),
  responses: z.object({ '200': bodySchema, '4XX': bodySchema.optional() }),
});
type Operation = z.infer<typeof operationSchema>;
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** The desk's OpenAPI document. No call is answered, so that nothing of the house is needed. */
async function describeDesk() {
  const app = fastify();
  await app.register(createDeskApi({} as DeskApiOptions), { prefix: PREFIX });
  const answer = await app.inject({ url: `${PREFIX}/openapi.json`, headers: { host: 'localhost' } });
  return documentSchema.parse(answer.json());
}

/** One schema as a type expression. */
async function writeType(schema: unknown): Promise<string> {
  const text = await compile({ title: 'T', ...(schema as JSONSchema) }, 'T', {
    bannerComment: '',
    additionalProperties: false,
    format: false,
    ignoreMinAndMaxItems: true,
  });
  const body = text.trim();
  if (body.startsWith('export interface T {')) return body.slice('export interface T '.length);
  return body.replace(/^export type T\s*=\s*/u, '').replace(/;$/u, '');
}

async function writeParameters(parameters: Operation['parameters']): Promise<string> {
  const write = async (place: 'path' | 'query') => {
    const fields = parameters.filter((each) => each.in === place);
    const lines = await Promise.all(
      fields.map(async ({ name, required, schema }) => `${name}${required ? '' : '?'}: ${await writeType(schema)};`),
    );
    if (fields.length === 0) return `${place}?: never;`;
    return `${place}${fields.some(({ required }) => required) ? '' : '?'}: { ${lines.join(' ')} };`;
  };
  return `{ ${await write('query')} header?: never; ${await write('path')} cookie?: never; }`;
}

const writeContent = async (body: z.infer<typeof bodySchema>) =>
  `{ content: { 'application/json': ${await writeType(body.content['application/json'].schema)} } }`;

async function writeOperation({ parameters, requestBody, responses }: Operation): Promise<string> {
  return [
    '{',
    `parameters: ${await writeParameters(parameters)};`,
    `requestBody${requestBody ? `: ${await writeContent(requestBody)}` : '?: never'};`,
    `responses: { 200: ${await writeContent(responses['200'])}; default: { content: { 'application/json': Refusal } } };`,
    '}',
  ].join('\n');
}

/** The types a client of the desk is checked against, made from the document the server itself serves. */
export async function writeClientTypes(): Promise<string> {
  const { paths } = await describeDesk();
  const lines = ["/** Made from the desk's OpenAPI document by tools/write-console-client.ts. Do not edit. */"];
  const operations = Object.values(paths).flatMap((each) => Object.values(each));
  const refused = operations.find((each) => each.responses['4XX'])?.responses['4XX'];
  if (refused) lines.push(`export type Refusal = ${await writeType(refused.content['application/json'].schema)};`);
  lines.push('export interface paths {');
  for (const [path, methods] of Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`'${path.replace(PREFIX, '')}': {`);
    for (const [method, operation] of Object.entries(methods))
      lines.push(`${method}: ${await writeOperation(operation)};`);
    lines.push('};');
  }
  lines.push('}', '');
  return lines.join('\n');
}

import { z } from 'zod';
import { renderEditable, renderWords } from '../../../../documents/index.ts';
import { checkText, listOf, readData, TEXTS, writeYaml } from '../../../../knowledge/edit/index.ts';
import { documentSchema } from '../../../../knowledge/schema/document.ts';
import { regimeSchema } from '../../../../knowledge/schema/regime.ts';
import type { Locale } from '../../../../messages.ts';
import {
  openStanding,
  type Preview,
  previewDocument,
  previewEntry,
  previewRegime,
  previewText,
  sampleDocument,
} from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { fileSchema } from '../../file-answer.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';

interface Edited {
  readonly path: string;
  readonly entry: string | undefined;
  /** YAML. */
  readonly text: string;
  readonly locale: Locale;
}

/** A file edited as a whole: a table by the days it comes to, a document as it is printed. */
function previewFile(services: DeskServices, { path, text, locale }: Edited, now: Date): readonly Preview[] {
  const { messages } = services;
  const data = readData(text);
  const release = services.release();
  const regime = path.includes('/regime/') ? regimeSchema.safeParse(data) : undefined;
  if (regime?.success) return previewRegime(release, messages, { regime: regime.data, locale }, now);
  const document = path.includes('/documents/') ? documentSchema.safeParse(data) : undefined;
  return document?.success ? previewDocument(release, messages, document.data, now) : [];
}

/** A text is shown whatever does not hold in it, everything else once it holds. */
async function previewAny(services: DeskServices, edited: Edited, now: Date): Promise<readonly Preview[]> {
  const { messages } = services;
  const { path, entry, text, locale } = edited;
  const list = listOf(path);
  if (list === undefined) return previewFile(services, edited, now);
  const [release, channels] = [services.release(), await services.channels()];
  if (list === TEXTS && entry !== undefined) {
    const words = String(readData(text)?.[locale] ?? '');
    return words.trim() === '' ? [] : previewText(release, messages, { key: entry, text: words, locale }, channels);
  }
  const checked = checkText(path, 'entry', text, { messages, locale });
  return checked.ok ? previewEntry(release, { path, data: checked.data, locale }, channels, now) : [];
}

const edited = {
  path: z.string().max(200),
  /** YAML; or the same as data, as the form has it. */
  text: z.string().max(100_000).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
};

const writeEdited = ({ data, text }: { data?: Record<string, unknown> | undefined; text?: string | undefined }) =>
  data ? writeYaml(data) : (text ?? '');

const preview = endpoint({
  method: 'POST',
  path: '/knowledge/preview',
  action: 'knowledge.preview',
  summary: 'What citizens would see of an entry or a text on every channel, of a document on paper, of terms as days',
  body: z.object({
    ...edited,
    /** Which text of its catalogue, of a text. */
    entry: z.string().max(80).optional(),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  response: z.object({
    previews: z.array(
      z.object({
        /** Name of the channel; of the version, of a document. */
        channel: z.string(),
        parts: z.array(z.object({ text: z.string(), buttons: z.array(z.string()) })),
      }),
    ),
  }),
  handle: async ({ body, services, now }) => {
    const { path, entry, locale } = body;
    const previews = await previewAny(services, { path, entry, text: writeEdited(body), locale }, now);
    return {
      previews: previews.map(({ channel, parts }) => ({
        channel,
        parts: parts.map((part) => ({ ...part, buttons: [...part.buttons] })),
      })),
    };
  },
});

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const file = endpoint({
  method: 'POST',
  path: '/knowledge/preview/file',
  action: 'knowledge.preview',
  summary: 'A document as it is printed, with sample facts, as PDF; or as Word file by the template that is served',
  body: z.object({
    ...edited,
    /** Name of the version, as the preview gives it; the first when left out. */
    version: z.string().max(200).optional(),
    format: z.enum(['pdf', 'docx']).default('pdf'),
  }),
  response: fileSchema,
  ownTransactions: true,
  handle: async ({ body, services, now }) => {
    const document = documentSchema.safeParse(readData(writeEdited(body)));
    const model =
      document.success && sampleDocument(services.release(), services.messages, document.data, body.version, now);
    if (!model) throw new ApiRefusal('bad_input');
    const words = renderWords(services.messages);
    const { tree } = await openStanding(services.store, services.knowledge, now);
    const folder = body.path.slice(0, body.path.lastIndexOf('/'));
    const own = (kind: string) => tree.get(`${folder}/templates/${kind}.docx`);
    const content =
      body.format === 'docx'
        ? await renderEditable(model, { words, own })
        : await services.render({ model, words, at: now.toISOString(), author: services.authorityName() });
    return { name: `${model.title}.${body.format}`, type: TYPES[body.format], content };
  },
});

export const PREVIEW_ENDPOINTS: readonly Endpoint[] = [preview, file];

import { z } from 'zod';
import type { Hook } from '../channel/hook.ts';
import { dayOf } from '../day.ts';
import { openRequest } from '../delivery/index.ts';
import { type RenderJob, renderWords } from '../documents/index.ts';
import { DeskError } from '../errors.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import { type Locale, say } from '../messages.ts';
import { type Attachment, readAttachments, readContent, type Store } from '../store/index.ts';
import { EXPORT_ID, exportData, FILE_ID } from './export-data.ts';
import { listOwnDocuments, type OwnDocument } from './list-own.ts';

/** Calls one address may make in a minute. Wrong codes are counted besides, by number, as in a conversation. */
const PER_MINUTE = 20;
/** Characters of a form that is sent; ours has under 200. */
const FORM_LIMIT = 2000;

const formSchema = z.object({
  number: z.string().trim().min(1).max(40),
  secret: z.string().trim().min(1).max(40),
  document: z.string().max(40).optional(),
});

export interface DownloadOptions {
  readonly store: Store;
  readonly release: () => ReleaseData;
  readonly now: () => Date;
  readonly render: (job: RenderJob) => Promise<Uint8Array>;
}

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function answerPage(html: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    ...more,
  };
  return new Response(html, { status, headers });
}

function answerFile({ model }: OwnDocument, bytes: Uint8Array): Response {
  const name = encodeURIComponent(`${[model.title, model.number].filter(Boolean).join(' ')}.pdf`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}

/** The pages and what sets them, loaded at the first visit. */
const loadPages = () => import('./pages.ts');

function answerData(number: string, json: string): Response {
  const name = encodeURIComponent(`${number}.json`);
  return new Response(json, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="data.json"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}

/** A file the requester sent, as it is kept. Never shown in place: its content is theirs, its place is this desk's. */
function answerSent({ name, mediaType }: Attachment, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

/**
 * `/documents`: the requester's own documents, for who knows number and query code. Both are sent in a form's body, so
 * that no address, log or history ever holds them.
 */
export function createDownload({ store, release, now, render }: DownloadOptions): Hook {
  function speak(request: Request) {
    const { messages, base } = release();
    const locale: Locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
    return {
      locale,
      authority: base.profile.name,
      say: (key: string, values?: Readonly<Record<string, string | number>>) => say(messages, locale, key, values),
    };
  }

  /** The request's documents in one transaction with the counting of a wrong code. */
  function open(number: string, secret: string, wanted: string | undefined) {
    const at = now();
    return store.transaction(async (executor) => {
      const key = { channel: 'documents', conversation: number.toUpperCase() };
      const opened = await openRequest({ executor, key, now: at }, { number, secret });
      if ('event' in opened) return opened.event;
      const given = { secret, now: at, today: dayOf(at) };
      const documents = await listOwnDocuments(executor, opened.request, release().base, given);
      const files = (await readAttachments(executor, opened.request.number)).filter(({ state }) => state === 'kept');
      const file = files.find(({ id }) => `${FILE_ID}${id}` === wanted);
      const content = file ? await readContent(executor, file.id) : null;
      const data = wanted === EXPORT_ID ? await exportData(executor, opened.request, documents, at) : null;
      return { kind: 'own' as const, documents, files, file, content, data };
    });
  }

  async function answerForm(request: Request): Promise<Response> {
    const { writeAskPage, writeListPage } = await loadPages();
    const context = speak(request);
    const text = await request.text();
    const form = formSchema.safeParse(text.length > FORM_LIMIT ? {} : Object.fromEntries(new URLSearchParams(text)));
    if (!form.success) return answerPage(writeAskPage(context, '', context.say('document.incomplete')), 400);
    const { number, secret, document: id } = form.data;
    const found = await open(number, secret, id);
    if (found.kind === 'too_many_attempts') {
      const wrong = context.say('track.too_many', { minutes: found.minutes });
      return answerPage(writeAskPage(context, number, wrong), 429, { 'retry-after': String(found.minutes * 60) });
    }
    if (found.kind !== 'own') {
      return answerPage(writeAskPage(context, number, context.say('track.not_found', { number })), 404);
    }
    if (found.data !== null) return answerData(number.toUpperCase(), found.data);
    if (found.file && found.content) return answerSent(found.file, found.content);
    if (id === undefined) return answerPage(writeListPage(context, found, { number, secret }));
    const document = found.documents.find((each) => each.id === id);
    if (!document) return answerPage(writeListPage(context, found, { number, secret }), 404);
    const { messages, base } = release();
    const { model, at } = document;
    return answerFile(document, await render({ model, at, author: base.profile.name, words: renderWords(messages) }));
  }

  return {
    path: '/documents',
    perMinute: PER_MINUTE,
    handle: async (request) => {
      const { writeAskPage } = await loadPages();
      if (request.method === 'GET') return answerPage(writeAskPage(speak(request), '', null));
      try {
        return await answerForm(request);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        const context = speak(request);
        return answerPage(writeAskPage(context, '', context.say('document.later')), error.status, {
          'retry-after': '10',
        });
      }
    },
  };
}

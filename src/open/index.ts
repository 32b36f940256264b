import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hook } from '../channel/hook.ts';
import type { Release } from '../conversation/release.ts';
import { dayOf } from '../day.ts';
import { type Locale, say } from '../messages.ts';
import { type Published, publish } from './publish.ts';
import { respond, respondJson } from './respond.ts';

/** Calls one address may make in a minute: enough to read the whole site once. */
const PER_MINUTE = 300;

export interface OpenOptions {
  readonly release: () => Release;
  readonly now: () => Date;
  /** Address at which people reach this server, when it is set; otherwise the one asked. */
  readonly publicUrl?: string | undefined;
}

const localeOf = (request: Request): Locale =>
  /^\s*en\b/iu.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh-CN';

/** The public side: what the desk knows, to read and to reuse. Reads only; knows nothing of any person. */
export function createOpenSide({ release, now, publicUrl }: OpenOptions): readonly Hook[] {
  const style = readFileSync(join(import.meta.dirname, 'pages', 'style.css'), 'utf8');
  let published: Published | undefined;

  function current(): Published {
    const today = dayOf(now());
    if (published?.release !== release() || published.today !== today) published = publish(release(), today);
    return published;
  }

  function originOf(request: Request): string {
    return new URL(publicUrl ?? request.url).origin;
  }

  function refuseIn(locale: Locale) {
    return (code: 'bad_request' | 'not_found' | 'method_not_allowed' | 'too_many', seconds = 0) => {
      const { messages } = release();
      const words = code === 'too_many' ? 'open' : 'http';
      const write = (key: string) => say(messages, locale, `${words}.${key}`, { seconds });
      return { error: { code, message: write(code), hint: write(`${code}_hint`) } };
    };
  }

  const refuseMore = async (request: Request, seconds: number) =>
    respondJson(request, refuseIn(localeOf(request))('too_many', seconds), 429);

  function hook(path: string, answer: (request: Request) => Promise<Response>, tooMany = refuseMore): Hook {
    return {
      path,
      perMinute: PER_MINUTE,
      tooMany,
      handle: async (request) => {
        if (request.method === 'GET' || request.method === 'HEAD') return answer(request);
        const refused = respondJson(request, refuseIn('zh-CN')('method_not_allowed'), 405);
        refused.headers.set('allow', 'GET, HEAD');
        return refused;
      },
    };
  }

  // What writes the answers is loaded at the first visit: a chat needs none of it.
  const api = async (request: Request) => {
    const { answerApi } = await import('./answer-api.ts');
    return answerApi(request, current(), refuseIn(localeOf(request)));
  };
  const page = async (request: Request) => {
    const { answerPage } = await import('./answer-page.ts');
    return answerPage(request, current(), style);
  };
  const pageLater = async (request: Request, seconds: number) => {
    const { refusePage } = await import('./answer-page.ts');
    return refusePage(request, current(), seconds);
  };
  return [
    hook('/open', page, pageLater),
    hook('/open/*', page, pageLater),
    // Counted by itself: what whoever was too quick reads is laid out as any page.
    hook('/open/style.css', page),
    hook('/open/api', api),
    hook('/open/api/*', api),
    hook('/sitemap.xml', async (request) => {
      const { writeSitemap } = await import('./write-sitemap.ts');
      const text = writeSitemap(current(), originOf(request));
      return respond(request, { type: 'application/xml; charset=utf-8', text });
    }),
    hook('/robots.txt', async (request) => {
      const { writeRobots } = await import('./write-sitemap.ts');
      return respond(request, { type: 'text/plain; charset=utf-8', text: writeRobots(originOf(request)) });
    }),
  ];
}

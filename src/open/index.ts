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
    return (code: 'bad_request' | 'not_found' | 'method_not_allowed') => {
      const { messages } = release();
      const write = (key: string) => say(messages, locale, key);
      return { error: { code, message: write(`http.${code}`), hint: write(`http.${code}_hint`) } };
    };
  }

  function hook(path: string, answer: (request: Request) => Promise<Response>): Hook {
    return {
      path,
      perMinute: PER_MINUTE,
      handle: async (request) => {
        if (request.method === 'GET') return answer(request);
        const refused = respondJson(request, refuseIn('zh-CN')('method_not_allowed'), 405);
        refused.headers.set('allow', 'GET');
        return refused;
      },
    };
  }

  // What writes the answers is loaded at the first visit: a chat needs none of it.
  const api = async (request: Request) => {
    const { answerApi } = await import('./answer-api.ts');
    const english = /^\s*en\b/iu.test(request.headers.get('accept-language') ?? '');
    return answerApi(request, current(), refuseIn(english ? 'en' : 'zh-CN'));
  };
  const page = async (request: Request) => {
    const { answerPage } = await import('./answer-page.ts');
    return answerPage(request, current(), style);
  };
  return [
    hook('/open', page),
    hook('/open/*', page),
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

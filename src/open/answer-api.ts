import { z } from 'zod';
import { describeApi } from './describe-api.ts';
import { findEntries } from './find-entries.ts';
import type { Published } from './publish.ts';
import { readPage } from './read-page.ts';
import { respondJson } from './respond.ts';
import { entryQuerySchema, figureQuerySchema } from './schema.ts';

type SayRefusal = (code: 'bad_request' | 'not_found') => object;

function describeDesk({ release, entries, figures }: Published) {
  const { profile } = release.base;
  return {
    authority: profile.name,
    office: profile.office.value,
    address: profile.address.value,
    phone: profile.phone.value,
    contactAsOf: profile.phone.asOf,
    release: release.hash,
    entries: entries.length,
    figures: figures.length,
    years: [...release.figures.years],
  };
}

/** Answers one call below `/open/api`. Nothing the caller sent is echoed but the address of a next page. */
export function answerApi(request: Request, published: Published, refuse: SayRefusal): Response {
  const address = new URL(request.url);
  const query = Object.fromEntries(address.searchParams);
  const [, , , kind, id, ...more] = address.pathname.split('/');
  const missing = () => respondJson(request, refuse('not_found'), 404);
  const list = <T>(schema: z.ZodType<T>, find: (asked: T) => readonly unknown[]) => {
    const asked = schema.safeParse(query);
    if (!asked.success) return respondJson(request, refuse('bad_request'), 400);
    const page = z.object({ page: z.number(), size: z.number() }).parse(asked.data);
    return respondJson(request, { release: published.release.hash, ...readPage(find(asked.data), page, address) });
  };
  if (more.length > 0) return missing();
  if (kind === undefined && id === undefined) return respondJson(request, describeDesk(published));
  if (kind === 'openapi.json' && id === undefined)
    return respondJson(request, describeApi(published.release.base.profile.name));
  if (kind === 'entries' && id === undefined) return list(entryQuerySchema, (asked) => findEntries(published, asked));
  if (kind === 'entries') {
    const entry = published.entries.find((each) => each.id === id);
    return entry ? respondJson(request, entry) : missing();
  }
  if (kind === 'figures' && id === undefined)
    return list(figureQuerySchema, ({ year, metric }) =>
      published.figures.filter(
        (figure) => (year === undefined || figure.year === year) && (metric === undefined || figure.id === metric),
      ),
    );
  return missing();
}

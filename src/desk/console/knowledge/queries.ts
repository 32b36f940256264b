import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../api/client.ts';
import type { paths } from '../api/paths.d.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Cluster = Answer<'/knowledge/unanswered'>['clusters'][number];
export type Entry = Answer<'/knowledge/entries'>['entries'][number];
export type DraftHead = Answer<'/knowledge/drafts'>['drafts'][number];
export type Draft = Answer<'/knowledge/drafts/{id}'>;
export type Trial = NonNullable<Draft['trial']>;
export type Lists = Answer<'/knowledge/lists'>;
export type Releases = Answer<'/knowledge/releases'>;

export type Links = Answer<'/knowledge/links'>;
export type ReportRead = paths['/knowledge/import/report']['post']['responses'][200]['content']['application/json'];

export type Compared =
  paths['/knowledge/import/report/compare']['post']['responses'][200]['content']['application/json'];

/** Figures read from a report beside those the knowledge has of it. */
export const comparedQuery = (
  whose: { readonly own: boolean; readonly authority: string; readonly year: number },
  figures: ReportRead['figures'],
) =>
  queryOptions({
    queryKey: ['knowledge', 'compared', whose, figures],
    enabled: whose.authority.length > 1 && whose.year >= 1990 && whose.year <= 2100,
    queryFn: () => take(api.POST('/knowledge/import/report/compare', { body: { ...whose, figures } })),
  });

export const lawsQuery = queryOptions({
  queryKey: ['knowledge', 'laws'],
  queryFn: () => take(api.GET('/knowledge/laws')),
});

/** While a run goes on it is looked at often, should nobody tell. */
const RUNNING_MS = 2000;
export const linksQuery = queryOptions({
  queryKey: ['links'],
  refetchInterval: ({ state }) => (state.data?.running ? RUNNING_MS : false),
  queryFn: () => take(api.GET('/knowledge/links')),
});

export const unansweredQuery = (days: number, settled: boolean) =>
  queryOptions({
    queryKey: ['knowledge', 'unanswered', days, settled],
    queryFn: () => {
      const day = (before: number) =>
        new Date(Date.now() + 8 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);
      const query = { from: day(days - 1), to: day(0), settled: settled ? ('true' as const) : ('false' as const) };
      return take(api.GET('/knowledge/unanswered', { params: { query } }));
    },
  });

export const entriesQuery = queryOptions({
  queryKey: ['knowledge', 'entries'],
  staleTime: 30_000,
  queryFn: () => take(api.GET('/knowledge/entries')),
});

export const dueQuery = queryOptions({
  queryKey: ['knowledge', 'due'],
  queryFn: () => take(api.GET('/knowledge/due')),
});

export const draftsQuery = (ended: boolean) =>
  queryOptions({
    queryKey: ['knowledge', 'drafts', ended],
    queryFn: () => take(api.GET('/knowledge/drafts', { params: { query: { ended: ended ? 'true' : 'false' } } })),
  });

export const draftQuery = (id: number, locale: 'zh-CN' | 'en') =>
  queryOptions({
    queryKey: ['knowledge', 'draft', id, locale],
    queryFn: () => take(api.GET('/knowledge/drafts/{id}', { params: { path: { id }, query: { locale } } })),
  });

export const releasesQuery = queryOptions({
  queryKey: ['knowledge', 'releases'],
  refetchInterval: 15_000,
  queryFn: () => take(api.GET('/knowledge/releases')),
});

export const listsQuery = queryOptions({
  queryKey: ['knowledge', 'lists'],
  queryFn: () => take(api.GET('/knowledge/lists')),
});

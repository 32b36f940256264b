import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, keepToken, take } from './client.ts';
import type { paths } from './paths.d.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Session = Answer<'/session'>;
export type Role = Session['staff']['roles'][number];
export type Action = Session['may'][number];
export type Account = Answer<'/accounts'>['accounts'][number];
export type Conversation = Answer<'/conversations'>['conversations'][number];
export type OpenConversation = Answer<'/conversations/{id}'>;
export type ListedRequest = Answer<'/requests'>['requests'][number];
export type CaseTexts = NonNullable<Answer<'/requests/{number}'>['written']>;
export type Attachment = NonNullable<Answer<'/requests/{number}'>['attachments']>[number];
export type Directory = Answer<'/directory'>;
export type CaseAction = Answer<'/requests/{number}/actions'>['actions'][number];
export type AuditEntry = Answer<'/audit'>['entries'][number];

/** Changes are told (`live/use-live.ts`). Should that fail, this often is looked all the same, in milliseconds. */
const CALM = 30_000;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  retry: false,
  queryFn: async () => {
    const session = await take(api.GET('/session'));
    keepToken(session.csrfToken);
    return session;
  },
});

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  staleTime: 60_000,
  queryFn: () => take(api.GET('/directory')),
});

export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: () => take(api.GET('/accounts')) });

export const conversationsQuery = (state: Conversation['state'], mine: boolean) =>
  queryOptions({
    queryKey: ['conversations', state, mine],
    refetchInterval: CALM,
    queryFn: () => take(api.GET('/conversations', { params: { query: { state, mine: mine ? 'true' : 'false' } } })),
  });

export const conversationQuery = (id: number) =>
  queryOptions({
    queryKey: ['conversation', id],
    refetchInterval: CALM,
    queryFn: () => take(api.GET('/conversations/{id}', { params: { path: { id } } })),
  });

export type HeldAnswer = Answer<'/answers'>['answers'][number];
export const answersQuery = queryOptions({
  queryKey: ['answers'],
  refetchInterval: CALM,
  queryFn: () => take(api.GET('/answers', { params: { query: {} } })),
});

export type Hours = Answer<'/hours'>;
export const hoursQuery = queryOptions({ queryKey: ['hours'], queryFn: () => take(api.GET('/hours')) });

export type Retention = Answer<'/retention'>;
export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => take(api.GET('/retention')) });

export type KeyStandings = Answer<'/keys'>;
/** While a rotation goes on it is looked at often. */
const ROTATING_MS = 2000;
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  refetchInterval: ({ state }) => (state.data?.rotating ? ROTATING_MS : false),
  queryFn: () => take(api.GET('/keys')),
});

export type Channel = Answer<'/channels'>['channels'][number];
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  refetchInterval: CALM,
  queryFn: () => take(api.GET('/channels')),
});

export type Figures = Answer<'/figures'>;
export const figuresQuery = (period: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['figures', period],
    placeholderData: (before: Figures | undefined) => before,
    queryFn: () => take(api.GET('/figures', { params: { query: period } })),
  });

export type DigestHead = Answer<'/digests'>['digests'][number];
export const digestsQuery = (locale: 'zh-CN' | 'en') =>
  queryOptions({
    queryKey: ['digests', locale],
    queryFn: () => take(api.GET('/digests', { params: { query: { locale } } })),
  });

export const digestQuery = (name: string, locale: 'zh-CN' | 'en') =>
  queryOptions({
    queryKey: ['digests', locale, name],
    queryFn: () => take(api.GET('/digests/{name}', { params: { path: { name }, query: { locale } } })),
  });

export type AnnualReport = Answer<'/reports/{year}'>;
const dayAsked = (asOf: string | undefined) => (asOf ? { asOf } : {});
export const reportQuery = (year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['report', year, asOf],
    placeholderData: (before: AnnualReport | undefined) => (before?.year === year ? before : undefined),
    queryFn: () => take(api.GET('/reports/{year}', { params: { path: { year }, query: dayAsked(asOf) } })),
  });

export const reportCasesQuery = (
  year: number,
  asOf: string | undefined,
  cell: { readonly row: string; readonly column: string } | undefined,
) =>
  queryOptions({
    queryKey: ['report', year, asOf, 'cases', cell?.row, cell?.column],
    enabled: cell !== undefined,
    queryFn: () =>
      take(
        api.GET('/reports/{year}/cases', {
          params: {
            path: { year },
            query: { ...dayAsked(asOf), row: cell?.row ?? '', column: cell?.column ?? '' },
          },
        }),
      ),
  });

export const cannedQuery = queryOptions({
  queryKey: ['canned'],
  staleTime: CALM,
  queryFn: () => take(api.GET('/canned-replies')),
});

export const followUpsQuery = queryOptions({
  queryKey: ['follow-ups'],
  refetchInterval: CALM,
  queryFn: () => take(api.GET('/follow-ups')),
});

export const undeliveredQuery = queryOptions({
  queryKey: ['undelivered'],
  refetchInterval: CALM,
  queryFn: () => take(api.GET('/undelivered')),
});

/** Requests shown before one asks for more. */
const PAGE = 100;

/** The newest requests, or those with this in their number, a page at a time. */
export const requestsQuery = (number: string) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'newest', number],
    refetchInterval: CALM,
    initialPageParam: '',
    queryFn: ({ pageParam: after }) => {
      const query = { most: PAGE, ...(number && { number }), ...(after && { after }) };
      return take(api.GET('/requests', { params: { query } }));
    },
    getNextPageParam: ({ requests }) => (requests.length < PAGE ? undefined : requests.at(-1)?.number),
  });

/** Of the requests still open those due first. */
export const dueQuery = (most: number) =>
  queryOptions({
    queryKey: ['requests', 'due', most],
    refetchInterval: CALM,
    queryFn: () => take(api.GET('/requests', { params: { query: { order: 'due', most } } })),
  });

/** Exactly this name or phone; sent in a body, so that it reaches no history. */
export const personQuery = (person: { readonly name: string } | { readonly phone: string }) =>
  queryOptions({
    queryKey: ['requests', person],
    gcTime: 0,
    queryFn: () => take(api.POST('/requests/search', { body: person })),
  });

export const requestQuery = (number: string) =>
  queryOptions({
    queryKey: ['request', number],
    refetchInterval: CALM,
    queryFn: () => take(api.GET('/requests/{number}', { params: { path: { number } } })),
  });

export const papersQuery = (number: string) =>
  queryOptions({
    queryKey: ['papers', number],
    queryFn: () => take(api.GET('/requests/{number}/papers', { params: { path: { number } } })),
  });

export const relatedQuery = (number: string) =>
  queryOptions({
    queryKey: ['related', number],
    staleTime: CALM,
    queryFn: () => take(api.GET('/requests/{number}/related', { params: { path: { number } } })),
  });

export const caseActionsQuery = (number: string) =>
  queryOptions({
    queryKey: ['case-actions', number],
    refetchInterval: CALM,
    queryFn: () => take(api.GET('/requests/{number}/actions', { params: { path: { number } } })),
  });

/** While something is held it is looked at often: the desk does it by itself. */
const HELD_MS = 3000;
export const heldQuery = (number: string) =>
  queryOptions({
    queryKey: ['held', number],
    refetchInterval: ({ state }) => (state.data?.held.some(({ failed }) => failed === null) ? HELD_MS : false),
    queryFn: () => take(api.GET('/requests/{number}/held', { params: { path: { number } } })),
  });

export const auditQuery = (asked: {
  readonly event?: AuditEntry['event'] | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
}) =>
  queryOptions({
    queryKey: ['audit', asked],
    queryFn: () => {
      const query = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
      );
      return take(api.GET('/audit', { params: { query } }));
    },
  });

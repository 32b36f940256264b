import { z } from 'zod';
import { dayOf } from '../../../../day.ts';
import { countItems, countProposals, standingOf } from '../../../../knowledge/lists/count-lists.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const counted = z.array(z.object({ name: z.string(), count: z.number().int() }));
const share = z.number().nullable();

const read = endpoint({
  method: 'GET',
  path: '/knowledge/lists',
  action: 'knowledge.read',
  summary: 'Lists of the report: what is disclosed where and what is overdue, columns, proposals with rates, policies',
  response: z.object({
    published: z.number().int(),
    overdue: z.number().int(),
    byType: counted,
    byChannel: counted,
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        type: z.string(),
        columns: z.array(z.string()),
        channels: z.array(z.string()),
        maker: z.string(),
        publisher: z.string(),
        due: z.string().nullable(),
        published: z.string().nullable(),
        standing: z.enum(['published', 'due', 'overdue', 'undated']),
      }),
    ),
    columns: z.array(z.object({ id: z.string(), title: z.string(), items: z.number().int() })),
    proposals: z.array(
      z.object({
        year: z.number().int(),
        received: z.number().int(),
        lead: z.number().int(),
        joint: z.number().int(),
        handledShare: z.number(),
        repliedShare: z.number(),
        contentShare: share,
        solvedShare: share,
        published: z.number().int(),
      }),
    ),
    policies: z.array(
      z.object({ id: z.string(), title: z.string(), url: z.string(), interpretations: z.array(z.string()) }),
    ),
  }),
  handle: async ({ services, now }) => {
    const { items = [], columns = [], proposals = [], policies = [] } = services.release().base.lists ?? {};
    const today = dayOf(now);
    const { published, overdue, byType, byChannel } = countItems(items, today);
    const titleOf = (id: string) => columns.find((column) => column.id === id)?.title ?? id;
    return {
      published,
      overdue,
      byType: [...byType],
      byChannel: [...byChannel],
      items: items.map((item) => ({
        ...item,
        columns: item.columns.map(titleOf),
        channels: [...item.channels],
        due: item.due ?? null,
        published: item.published ?? null,
        standing: standingOf(item, today),
      })),
      columns: columns.map(({ id, title }) => ({
        id,
        title,
        items: items.filter((item) => item.columns.includes(id)).length,
      })),
      proposals: countProposals(proposals).map((year) => ({ ...year })),
      policies: policies.map(({ id, title, url, interpretations }) => ({
        id,
        title,
        url,
        interpretations: interpretations.map((each) => each.title),
      })),
    };
  },
});

export const LIST_ENDPOINTS: readonly Endpoint[] = [read];

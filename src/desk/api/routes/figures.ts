import { z } from 'zod';
import { addDays, type Day, dayOf, parseDay } from '../../../day.ts';
import { appendAudit } from '../../audit/index.ts';
import { EXPORT_TYPES, listTables, type Period, readFigures, writeExport } from '../../figures/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { fileSchema } from '../file-answer.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'YYYY-MM-DD');
const periodSchema = z.object({ from: day.optional(), to: day.optional() });

/** Where no days are named: the thirty up to today. */
function periodOf({ from, to }: z.output<typeof periodSchema>, now: Date): Period {
  const last = (to as Day | undefined) ?? dayOf(now);
  return { from: (from as Day | undefined) ?? addDays(last, -29), to: last };
}

const share = z.number().nullable();
const counted = z.array(z.object({ name: z.string(), count: z.number().int() }));
const spread = z.object({ many: z.number().int(), median: z.number().nullable(), ninetieth: z.number().nullable() });
const months = z.array(z.object({ month: z.string(), count: z.number().int(), online: share, channels: counted }));

const read = endpoint({
  method: 'GET',
  path: '/figures',
  action: 'figures.read',
  summary: 'How a period went, both days counted; shares from 0 to 1, times in minutes or days',
  query: periodSchema,
  response: z.object({
    inquiries: z.number().int(),
    conversations: z.number().int(),
    containment: share,
    instead: z.number().int(),
    deflected: z.number().int(),
    unanswered: share,
    filed: z.number().int(),
    answered: z.number().int(),
    onTime: share,
    satisfied: share,
    firstReply: spread,
    visitTotal: spread,
    requestDays: spread,
    byDay: counted,
    byKind: counted,
    referrals: counted,
    topics: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string(), count: z.number().int() })),
    ratings: counted,
    inquiryMonths: months,
    filedMonths: months,
  }),
  handle: ({ executor, query, services, now }) => readFigures(executor, services.release().base, periodOf(query, now)),
});

const exportAs = endpoint({
  method: 'POST',
  path: '/figures/export',
  action: 'figures.export',
  summary: 'The same as a file for spreadsheets; the export is recorded',
  body: periodSchema.extend({ format: z.enum(['csv', 'xlsx']), locale: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  response: fileSchema,
  handle: async ({ executor, body, services, actor, now }) => {
    const { format, locale } = body;
    const period = periodOf(body, now);
    const figures = await readFigures(executor, services.release().base, period);
    const entry = { at: now.toISOString(), event: 'figures_export', actor: `staff:${actor.id}`, subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { ...period, format } });
    const content = await writeExport(listTables(figures, services.messages, locale), format);
    return { name: `figures-${period.from}-${period.to}.${format}`, type: EXPORT_TYPES[format], content };
  },
});

export const FIGURE_ENDPOINTS: readonly Endpoint[] = [read, exportAs];

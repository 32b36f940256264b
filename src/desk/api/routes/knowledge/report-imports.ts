import { z } from 'zod';
import { dayOf, parseDay } from '../../../../day.ts';
import {
  cutQuote,
  draftOwnReport,
  draftPublishedReport,
  guessMetric,
  type ReviewedFigure,
} from '../../../../knowledge/import/index.ts';
import { say } from '../../../../messages.ts';
import { checkReport, type ReadReport, type ReportFigure } from '../../../../reports/index.ts';
import { insertDraft, openStanding, readCurrent } from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { decode, fileSchema, localeSchema, MOST_BYTES, tell, toldSchema } from './told.ts';

/** Figures of one report; the form of 2021 has some two hundred cells. */
const MOST_FIGURES = 2000;
/** Characters of a text pasted in. */
const LONGEST = 1_000_000;

const value = z.union([z.number(), z.string().max(200)]);
const figureSchema = z.object({
  metric: z.string().min(1).max(200),
  value,
  unit: z.string().max(20),
  approximate: z.boolean(),
  section: z.string().max(200).nullable(),
  quote: z.string().min(2).max(2000),
  /** The metric of other authorities' figures it is; null when it is none of them. */
  as: z.string().max(80).nullable(),
});
const sectionSchema = z.object({ number: z.string().max(20), heading: z.string().max(200) });
const day = z.string().refine((text) => parseDay(text) !== undefined, 'YYYY-MM-DD');

function showFigure(figure: ReportFigure, as: string | null) {
  const { metric, of, value: read, to, unit, approximate, section, quote, position, from } = figure;
  return {
    metric: of === undefined ? metric : `${of}：${metric}`,
    value: to === undefined ? read : `${read}–${to}`,
    unit,
    approximate,
    section,
    quote: cutQuote(quote, read),
    as,
    line: position.line,
    offset: position.offset,
    from,
  };
}

/** Of a form with tables only what is not nought: two hundred noughts are nobody's to look at. */
const isWorthReview = ({ from, value: read }: ReportFigure) =>
  from === 'prose' || from === 'listing' || from === 'none' || read !== 0;

const readFile = endpoint({
  method: 'POST',
  path: '/knowledge/import/report',
  action: 'knowledge.import',
  summary: 'The figures of an annual report, each with its quote and where it stands, for review; nothing is kept',
  // Nothing is read or written here while another process reads the file.
  ownTransactions: true,
  bodyLimit: 2 * MOST_BYTES,
  body: z.object({
    /** A file, or a text pasted in. */
    content: fileSchema.optional(),
    text: z.string().max(LONGEST).optional(),
    /** Only how it ends is looked at: .html, .csv. */
    name: z.string().max(200).default(''),
    locale: localeSchema,
  }),
  response: z.object({
    refused: toldSchema.nullable(),
    notes: z.array(toldSchema),
    authority: z.string().nullable(),
    year: z.number().int().nullable(),
    form: z.enum(['free-text', '2019', '2021']).nullable(),
    sections: z.array(sectionSchema),
    figures: z.array(
      figureSchema.extend({ line: z.number().int(), offset: z.number().int(), from: z.string(), quote: z.string() }),
    ),
    /** What must add up: how many equations were checked, and those that do not hold. */
    checked: z.number().int(),
    mismatches: z.array(z.object({ about: z.string(), difference: z.number(), lines: z.array(z.number().int()) })),
    /** Metrics of other authorities' figures, to choose from. */
    metrics: z.array(z.object({ id: z.string(), metric: z.string() })),
    /** Whether it is the report of the authority this desk serves. */
    own: z.boolean(),
  }),
  handle: async ({ body, services }) => {
    const { base } = services.release();
    const metrics = base.published.metrics.map(({ id, metric }) => ({ id, metric }));
    const nothing = {
      refused: null,
      notes: [],
      authority: null,
      year: null,
      form: null,
      sections: [],
      figures: [],
      checked: 0,
      mismatches: [],
      metrics,
      own: false,
    };
    const bytes = body.content === undefined ? Buffer.from(body.text ?? '', 'utf8') : decode(body.content);
    const read = await services.readReport(bytes, body.name);
    if (!read.ok) return { ...nothing, refused: tell(services, body.locale, read.fault) };
    const report: ReadReport = read.report;
    const { authority, year, form, sections, figures, problems } = report;
    const { checked, problems: mismatches } = checkReport(report);
    return {
      ...nothing,
      notes: problems.map((problem) => tell(services, body.locale, problem)),
      authority,
      year,
      form,
      sections: sections.map(({ number, heading }) => ({ number, heading })),
      figures: figures
        .filter(isWorthReview)
        .slice(0, MOST_FIGURES)
        .map((figure) => showFigure(figure, guessMetric(figure.metric, base.published))),
      checked,
      mismatches: mismatches.map(({ about, difference, lines }) => ({ about, difference, lines: [...lines] })),
      own: authority !== null && base.profile.name.endsWith(authority),
    };
  },
});

const draft = endpoint({
  method: 'POST',
  path: '/knowledge/import/report/draft',
  action: 'knowledge.import',
  summary: 'Figures that were reviewed become a draft: of the own report of that year, or of another authority’s',
  bodyLimit: 2 * MOST_BYTES,
  body: z.object({
    own: z.boolean(),
    authority: z.string().trim().min(2).max(80),
    year: z.number().int().min(1990).max(2100),
    title: z.string().trim().min(2).max(200),
    signed: day,
    published: day,
    url: z.url({ protocol: /^https?$/u }).nullable(),
    sections: z.array(sectionSchema).max(200),
    figures: z.array(figureSchema).min(1).max(MOST_FIGURES),
    locale: localeSchema,
  }),
  response: z.object({ draft: z.number().int() }),
  handle: async ({ executor, body, actor, now, services }) => {
    const { own, figures, locale, ...head } = body;
    const file = own ? `report/${head.year}.yaml` : 'published.yaml';
    const place = { path: `knowledge/${services.knowledge.authority}/${file}`, list: null, entry: null };
    const { tree } = await openStanding(executor, services.knowledge, now);
    const current = readCurrent(tree, place);
    const reviewed: readonly ReviewedFigure[] = figures;
    const text = own
      ? draftOwnReport(current, head, reviewed, services.release().base.reports)
      : draftPublishedReport(current || 'metrics: []\nreports: []\n', { ...head, read: dayOf(now) }, reviewed);
    const title = say(services.messages, locale, 'import.report_title', {
      authority: head.authority,
      year: head.year,
      many: figures.length,
    });
    const made = await insertDraft(
      executor,
      { ...place, title: title.slice(0, 80), base: current, text },
      { by: actor.id, now },
    );
    return { draft: made.id };
  },
});

export const REPORT_IMPORT_ENDPOINTS: readonly Endpoint[] = [readFile, draft];

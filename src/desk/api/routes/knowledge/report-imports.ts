import { z } from 'zod';
import { dayOf, parseDay } from '../../../../day.ts';
import {
  draftOwnReport,
  draftPublishedReport,
  listOwnFigures,
  listPublishedFigures,
  matchFigures,
  type StandingFigure,
} from '../../../../knowledge/import/index.ts';
import { say } from '../../../../messages.ts';
import { checkReport, type ReadReport } from '../../../../reports/index.ts';
import type { Executor } from '../../../../store/index.ts';
import { insertDraft, listFiguresToReview, openStanding, readCurrent } from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';
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
const reviewedSchema = figureSchema.extend({
  /** Id of the figure that stands and takes what was read; null to add it. */
  replaces: z.string().max(80).nullable().default(null),
});
const sectionSchema = z.object({ number: z.string().max(20), heading: z.string().max(200) });
const day = z.string().refine((text) => parseDay(text) !== undefined, 'YYYY-MM-DD');

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
    const { authority, year, form, sections, problems } = report;
    const { checked, problems: mismatches } = checkReport(report);
    return {
      ...nothing,
      notes: problems.map((problem) => tell(services, body.locale, problem)),
      authority,
      year,
      form,
      sections: sections.map(({ number, heading }) => ({ number, heading })),
      figures: listFiguresToReview(report, base.published).slice(0, MOST_FIGURES),
      checked,
      mismatches: mismatches.map(({ about, difference, lines }) => ({ about, difference, lines: [...lines] })),
      own: authority !== null && base.profile.name.endsWith(authority),
    };
  },
});

const whoseSchema = z.object({
  /** Of the authority this desk serves. */
  own: z.boolean(),
  authority: z.string().trim().min(2).max(80),
  year: z.number().int().min(1990).max(2100),
});

/** The file such a report's figures are in, and its text as it stands. */
async function openFile(
  executor: Executor,
  { own, year }: z.infer<typeof whoseSchema>,
  { services, now }: { readonly services: DeskServices; readonly now: Date },
) {
  const file = own ? `report/${year}.yaml` : 'published.yaml';
  const place = { path: `knowledge/${services.knowledge.authority}/${file}`, list: null, entry: null };
  const { tree } = await openStanding(executor, services.knowledge, now);
  return { place, current: readCurrent(tree, place) };
}

const standingSchema = figureSchema.omit({ as: true }).extend({ id: z.string() });
const showStanding = ({ names: _names, ...figure }: StandingFigure) => figure;

const compare = endpoint({
  method: 'POST',
  path: '/knowledge/import/report/compare',
  action: 'knowledge.import',
  summary: 'Figures read from a report beside those the knowledge has of it: new, the same, another value, or not read',
  bodyLimit: 2 * MOST_BYTES,
  body: whoseSchema.extend({ figures: z.array(figureSchema).max(MOST_FIGURES) }),
  response: z.object({
    /** For each figure, in order. */
    figures: z.array(z.object({ state: z.enum(['new', 'same', 'changed']), standing: standingSchema.nullable() })),
    /** What stands already and was not read in this report. */
    lacking: z.array(standingSchema),
  }),
  handle: async ({ executor, body, now, services }) => {
    const { own, authority, year } = body;
    const { current } = await openFile(executor, body, { services, now });
    const figures = own ? body.figures.map((figure) => ({ ...figure, as: null })) : body.figures;
    const known = own ? listOwnFigures(current) : listPublishedFigures(current, authority, year);
    const { figures: matched, lacking } = matchFigures(figures, known);
    return {
      figures: matched.map(({ state, standing }) => ({ state, standing: standing && showStanding(standing) })),
      lacking: lacking.map(showStanding),
    };
  },
});

const draft = endpoint({
  method: 'POST',
  path: '/knowledge/import/report/draft',
  action: 'knowledge.import',
  summary:
    'Figures that were reviewed become a draft of the own report of that year, or of another authority’s: new ones are added, those that stand take the new value, dropped ones go',
  bodyLimit: 2 * MOST_BYTES,
  body: whoseSchema.extend({
    title: z.string().trim().min(2).max(200),
    signed: day,
    published: day,
    url: z.url({ protocol: /^https?$/u }).nullable(),
    sections: z.array(sectionSchema).max(200),
    figures: z.array(reviewedSchema).max(MOST_FIGURES),
    /** Ids of figures that stand and shall not any more; of another authority’s report, their metrics. */
    drop: z.array(z.string().max(80)).max(MOST_FIGURES).default([]),
    locale: localeSchema,
  }),
  response: z.object({ draft: z.number().int() }),
  handle: async ({ executor, body, actor, now, services }) => {
    const { own, figures, drop, locale, ...head } = body;
    if (figures.length + drop.length === 0) throw new ApiRefusal('bad_input');
    const { place, current } = await openFile(executor, body, { services, now });
    const { reports } = services.release().base;
    const text = own
      ? draftOwnReport(current, head, { figures: figures.map((figure) => ({ ...figure, as: null })), drop, reports })
      : draftPublishedReport(current || 'metrics: []\nreports: []\n', { ...head, read: dayOf(now) }, { figures, drop });
    const title = say(services.messages, locale, 'import.report_title', {
      authority: head.authority,
      year: head.year,
      many: figures.length + drop.length,
    });
    const made = await insertDraft(
      executor,
      { ...place, title: title.slice(0, 80), base: current, text },
      { by: actor.id, now },
    );
    return { draft: made.id };
  },
});

export const REPORT_IMPORT_ENDPOINTS: readonly Endpoint[] = [readFile, compare, draft];

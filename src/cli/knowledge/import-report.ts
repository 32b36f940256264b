import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../day.ts';
import { type FigureToReview, listFiguresToReview } from '../../desk/drafts/index.ts';
import { DeskError } from '../../errors.ts';
import {
  draftOwnReport,
  draftPublishedReport,
  listOwnFigures,
  listPublishedFigures,
  matchFigures,
  type ReportHead,
  type StandingFigure,
} from '../../knowledge/import/index.ts';
import { type CliContext, print } from '../context.ts';
import { readRelease } from '../open-release.ts';
import { readReportFile } from '../report/read-file.ts';

export interface ReportFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly authority?: string;
  readonly year?: string;
  readonly signed?: string;
  readonly published?: string;
  readonly url?: string;
  /** Ids of figures that take the value read; `all` for every one that differs. */
  readonly replace?: readonly string[];
  readonly drop?: readonly string[];
}

interface Pair {
  readonly read: FigureToReview;
  readonly known: StandingFigure | null;
  readonly state: 'new' | 'same' | 'changed';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** @throws DeskError INPUT_INVALID naming the option that says what the report itself does not */
function need(context: CliContext, option: string, value: string | undefined, is = /./u): string {
  if (value !== undefined && is.test(value)) return value;
  throw new DeskError('INPUT_INVALID', context.say('import.report_needs', { option }), {
    hint: context.say('import.report_needs_hint', { option }),
  });
}

type Shown = Pick<FigureToReview, 'value' | 'unit' | 'approximate'>;
const writeValue = ({ value, unit, approximate }: Shown) =>
  `${approximate ? '≈' : ''}${value}${unit === '–' ? '' : unit}`;

function writePair({ say }: CliContext, { read, known, state }: Pair): string {
  const { metric, quote, line } = read;
  const values = { metric, now: writeValue(read), quote, line };
  if (!known) return say('import.report_new', values);
  const was = { id: known.id, was: writeValue(known), words: known.quote };
  return say(`import.report_${state}`, { ...values, ...was });
}

/**
 * `knowledge import report`: the figures of an annual report beside those the folder has of it. New ones of its prose are
 * added; where another value stands, or one was not read, only what is named is replaced or dropped.
 */
export async function importReport(context: CliContext, file: string, flags: ReportFlags): Promise<void> {
  const { say, output } = context;
  const config = context.config();
  const report = await readReportFile(context, file);
  const { base } = readRelease(config);
  const authority = need(context, '--authority', flags.authority ?? report.authority ?? undefined);
  const year = Number(need(context, '--year', flags.year ?? report.year?.toString(), /^(?:19|20)\d{2}$/u));
  const own = base.profile.name.endsWith(authority);
  const target = join(config.knowledgeDirectory, config.authority, own ? `report/${year}.yaml` : 'published.yaml');
  const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const figures = listFiguresToReview(report, base.published)
    .map((figure) => (own ? { ...figure, as: null } : figure))
    .filter(({ as }) => own || as !== null);
  const known = own ? listOwnFigures(current) : listPublishedFigures(current, authority, year);
  const { figures: matched, lacking } = matchFigures(figures, known);
  const pairs = figures.flatMap((read, at): Pair[] => {
    const found = matched[at];
    return found ? [{ read, known: found.standing, state: found.state }] : [];
  });
  if (flags.json) print(output, JSON.stringify({ authority, year, own, figures: pairs, lacking }));
  else {
    for (const pair of pairs) if (pair.known || pair.read.from === 'prose') print(output, writePair(context, pair));
    for (const { id, metric, quote, ...figure } of lacking)
      print(output, say('import.report_lacking', { id, metric, was: writeValue(figure), words: quote }));
  }
  const replace = new Set(flags.replace ?? []);
  const drop = (flags.drop ?? []).filter((id) => lacking.some((each) => each.id === id));
  const isTaken = ({ state, read, known: found }: Pair) =>
    state === 'new'
      ? read.from === 'prose'
      : state === 'changed' && (replace.has('all') || replace.has(found?.id ?? ''));
  const taken = pairs.filter(isTaken);
  const values = {
    added: taken.filter(({ state }) => state === 'new').length,
    changed: taken.filter(({ state }) => state === 'changed').length,
    dropped: drop.length,
    left: pairs.filter((pair) => pair.state === 'changed' && !isTaken(pair)).length,
    path: target,
  };
  if (flags.dryRun || taken.length + drop.length === 0) {
    if (!flags.json) print(output, say('import.report_would', values));
    return;
  }
  const begins = own && current === '';
  const head: ReportHead = {
    authority,
    year,
    title: say('import.report_head', { authority, year }),
    signed: begins ? need(context, '--signed', flags.signed, DAY) : '',
    published: begins ? need(context, '--published', flags.published, DAY) : '',
    url: own ? (flags.url ?? null) : need(context, '--url', flags.url, /^https?:\/\//u),
    sections: report.sections,
  };
  const chosen = taken.map(({ read, known: found }) => ({ ...read, replaces: found?.id ?? null }));
  const text = own
    ? draftOwnReport(current, head, { figures: chosen, drop, reports: base.reports })
    : draftPublishedReport(
        current || 'metrics: []\nreports: []\n',
        { ...head, read: dayOf(context.now()) },
        { figures: chosen, drop },
      );
  writeFileSync(target, text);
  if (!flags.json) print(output, say('import.report_done', values));
}

import { type RenderJob, renderWords } from '../../documents/index.ts';
import { type Messages, say } from '../../messages.ts';
import { type ComposedReport, reportData, writeReportCsv } from '../../reports/index.ts';
import { drawOutline, OUTLINE_WIDTH } from './draw-outline.ts';
import { modelReport, type SayReport } from './lay-out.ts';
import { outlineReport } from './outline-report.ts';
import { writeReportDocx } from './write-docx.ts';
import { writeOutlinePage } from './write-outline-page.ts';
import { writeReportPage } from './write-page.ts';

/** Formats by the ending of their files; an outline is the report at a glance. */
export const REPORT_TYPES = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  'outline.html': 'text/html; charset=utf-8',
  'outline.svg': 'image/svg+xml',
  'outline.png': 'image/png',
} as const;
export type ReportFormat = keyof typeof REPORT_TYPES;
export const REPORT_FORMATS = Object.keys(REPORT_TYPES) as readonly ReportFormat[];

interface WriteOptions {
  readonly messages: Messages;
  readonly render: (job: RenderJob) => Promise<Uint8Array>;
  /** Day of making written into the PDF. */
  readonly at: Date;
}

/** The report as a file. Reports are Chinese, and so are the words around them. */
export async function writeReportFile(
  report: ComposedReport,
  format: ReportFormat,
  { messages, render, at }: WriteOptions,
): Promise<Uint8Array> {
  const sayReport: SayReport = (key, values) => say(messages, 'zh-CN', `report.${key}`, values);
  switch (format) {
    case 'html':
      return Buffer.from(writeReportPage(report, sayReport));
    case 'docx':
      return writeReportDocx(modelReport(report, sayReport), report.authority);
    case 'pdf':
      return render({
        model: modelReport(report, sayReport),
        words: renderWords(messages),
        at: at.toISOString(),
        author: report.authority,
      });
    case 'csv':
      return Buffer.from(writeReportCsv(report));
    case 'json':
      return Buffer.from(`${JSON.stringify(reportData(report), null, 2)}\n`);
    case 'outline.html':
      return Buffer.from(writeOutlinePage(outlineReport(report, sayReport)));
    case 'outline.svg':
      return Buffer.from(drawOutline(outlineReport(report, sayReport)));
    case 'outline.png':
      return render({ svg: drawOutline(outlineReport(report, sayReport)), width: OUTLINE_WIDTH });
  }
}

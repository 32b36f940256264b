import { z } from 'zod';
import type { OutFile } from './message.ts';

const PREFIX = 'chart/';
const CHARACTERS_OF_NAME = 60;

const pointSchema = z.object({
  /** Whose number it is and of which year: 辽阳市人民政府（2023年度）. */
  label: z.string(),
  value: z.number(),
  /** The number as the report writes it: 约7800条. */
  shown: z.string(),
  /** Where it was read. */
  source: z.object({ title: z.string(), url: z.string().nullable() }),
});

const chartSchema = z.object({
  /** Lying bars, largest first as they come; or a line over the years. */
  shape: z.enum(['bars', 'line']),
  title: z.string(),
  /** Below the drawing: what to mind when comparing, where the numbers come from. */
  note: z.string(),
  /** End of the scale; null where the largest value decides. */
  most: z.number().nullable(),
  points: z.array(pointSchema).min(1),
});

/** Numbers to be drawn, with everything a reader has to know of each: whoever does not see the drawing loses nothing. */
export type Chart = z.infer<typeof chartSchema>;

/**
 * A chart as a picture a line hands over. The reference holds the chart itself, so that the picture made when the line
 * is sent shows the numbers that were told, whatever was published meanwhile.
 */
export function describeChart(chart: Chart): OutFile {
  const name = chart.title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  return {
    reference: `${PREFIX}${JSON.stringify(chart)}`,
    name: `${[...name].slice(0, CHARACTERS_OF_NAME).join('')}.png`,
    mediaType: 'image/png',
    bytes: null,
    personal: false,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The chart a reference holds; undefined where it holds none. */
export function readChart(reference: string): Chart | undefined {
  if (!reference.startsWith(PREFIX)) return undefined;
  return chartSchema.safeParse(parseJson(reference.slice(PREFIX.length))).data;
}

/** A file with the words of its chart written otherwise; any other file as it is. */
export function rewriteChart(file: OutFile, write: (text: string) => string): OutFile {
  const chart = readChart(file.reference);
  if (!chart) return file;
  const points = chart.points.map((point) => ({
    ...point,
    label: write(point.label),
    shown: write(point.shown),
    source: { ...point.source, title: write(point.source.title) },
  }));
  return describeChart({ ...chart, title: write(chart.title), note: write(chart.note), points });
}

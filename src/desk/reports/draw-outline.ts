import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Outline, OutlineBar, OutlineNumber, OutlinePart } from './outline-report.ts';

/** Units of the drawing, and pixels of its picture. */
export const OUTLINE_WIDTH = 1080;

const COLOURS = {
  ground: '#f5f3ee',
  card: '#ffffff',
  band: '#0f4c52',
  onBand: '#ffffff',
  ink: '#17282b',
  soft: '#4b5d60',
  accent: '#96490f',
  wash: '#e2edeb',
};
const FONTS = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const MARGIN = 48;
const PADDING = 40;
const INNER = OUTLINE_WIDTH - 2 * (MARGIN + PADDING);
const NARROW = 0.58;

/** Something drawn, and the height it takes. */
interface Drawn {
  readonly nodes: readonly ComponentChild[];
  readonly height: number;
}

const widthOf = (text: string, size: number) =>
  Array.from(text).reduce((sum, sign) => sum + (sign < '\u1100' ? NARROW : 1), 0) * size;

/** Lines that fit a width; Chinese may be broken anywhere but before a closing mark. */
function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (line !== '' && widthOf(line + sign, size) > width && !/[）》”，。；、：]/u.test(sign)) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function write(text: string, x: number, y: number, { size, fill, bold, anchor = 'start' }: Style): ComponentChild {
  const weight = bold ? 700 : 400;
  return h('text', { x, y, 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor }, text);
}

function writeLines(text: string, x: number, y: number, style: Style & { readonly width: number }): Drawn {
  const pitch = style.size * 1.45;
  const lines = wrap(text, style.size, style.width);
  return {
    nodes: lines.map((line, at) => write(line, x, y + style.size + at * pitch, style)),
    height: lines.length * pitch,
  };
}

const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): ComponentChild =>
  h('rect', { x, y, width: Math.round(width * 10) / 10, height, fill, rx: radius });

function drawNumbers(numbers: readonly OutlineNumber[], x: number, top: number): Drawn {
  const width = (INNER - PADDING) / 2;
  const nodes: ComponentChild[] = [];
  let y = top;
  for (let first = 0; first < numbers.length; first += 2) {
    const row = numbers.slice(first, first + 2).map(({ label, value, unit }, column) => {
      const left = x + column * (width + PADDING);
      const words = writeLines(label, left + 24, y + 108, { size: 26, fill: COLOURS.soft, width: width - 48 });
      const at = left + 24 + widthOf(value, 64) + 12;
      return {
        left,
        height: 124 + words.height,
        nodes: [
          write(value, left + 24, y + 84, { size: 64, fill: COLOURS.band, bold: true }),
          write(unit, at, y + 84, { size: 28, fill: COLOURS.soft }),
          ...words.nodes,
        ],
      };
    });
    const height = Math.max(...row.map((each) => each.height));
    for (const { left, nodes: own } of row) nodes.push(box(left, y, width, height, COLOURS.wash, 14), ...own);
    y += height + 20;
  }
  return { nodes, height: y - top };
}

function drawBars(bars: readonly OutlineBar[], unit: string, x: number, top: number): Drawn {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = INNER - 150;
  const nodes: ComponentChild[] = [];
  let y = top;
  for (const { label, value, detail } of bars) {
    const words = writeLines(label, x, y, { size: 28, fill: COLOURS.ink, width: INNER });
    y += words.height + 6;
    const length = (room * value) / most;
    nodes.push(...words.nodes, box(x, y, INNER, 34, COLOURS.ground, 6), box(x, y, length, 34, COLOURS.band, 6));
    nodes.push(
      write(`${value}${unit}`, x + length + 14, y + 28, {
        size: 28,
        fill: value > 0 ? COLOURS.ink : COLOURS.soft,
        bold: value > 0,
      }),
    );
    y += 40;
    if (detail !== null) {
      const more = writeLines(detail, x, y, { size: 24, fill: COLOURS.soft, width: INNER });
      nodes.push(...more.nodes);
      y += more.height;
    }
    y += 20;
  }
  return { nodes, height: y - top };
}

/** A card with its heading. */
function drawPart(part: OutlinePart, top: number): Drawn {
  const x = MARGIN + PADDING;
  const heading = writeLines(part.heading, x + 24, top + 32, {
    size: 36,
    fill: COLOURS.ink,
    bold: true,
    width: INNER - 24,
  });
  const y = top + 32 + heading.height + 20;
  const body = part.kind === 'numbers' ? drawNumbers(part.numbers, x, y) : drawBars(part.bars, part.unit, x, y);
  const height = y + body.height + 20 - top;
  return {
    height,
    nodes: [
      box(MARGIN, top, OUTLINE_WIDTH - 2 * MARGIN, height, COLOURS.card, 18),
      box(x, top + 38, 8, heading.height - 12, COLOURS.accent),
      ...heading.nodes,
      ...body.nodes,
    ],
  };
}

function drawHead({ title, subtitle, preview }: Outline): Drawn {
  const width = OUTLINE_WIDTH - 2 * MARGIN;
  const head = writeLines(title, MARGIN, 64, { size: 54, fill: COLOURS.onBand, bold: true, width });
  const below = writeLines(subtitle, MARGIN, 76 + head.height, { size: 30, fill: COLOURS.onBand, width });
  const band = 76 + head.height + below.height + 40;
  const note =
    preview === null ? null : writeLines(preview, MARGIN, band + 20, { size: 28, fill: COLOURS.onBand, width });
  const ribbon = note === null ? [] : [box(0, band, OUTLINE_WIDTH, note.height + 40, COLOURS.accent), ...note.nodes];
  return {
    nodes: [box(0, 0, OUTLINE_WIDTH, band, COLOURS.band), ...head.nodes, ...below.nodes, ...ribbon],
    height: band + (note === null ? 0 : note.height + 40),
  };
}

/** The report at a glance as one tall drawing. Its words are text, so that they can be found and selected. */
export function drawOutline(outline: Outline): string {
  const head = drawHead(outline);
  const nodes = [...head.nodes];
  let y = head.height + 36;
  for (const part of outline.parts) {
    const drawn = drawPart(part, y);
    nodes.push(...drawn.nodes);
    y += drawn.height + 28;
  }
  const foot = writeLines(outline.foot, MARGIN, y, { size: 24, fill: COLOURS.soft, width: OUTLINE_WIDTH - 2 * MARGIN });
  const height = Math.ceil(y + foot.height + 48);
  const picture = h(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${OUTLINE_WIDTH} ${height}`,
      width: OUTLINE_WIDTH,
      height,
      role: 'img',
      'aria-labelledby': 'outline-title',
      'font-family': FONTS,
    },
    h('title', { id: 'outline-title' }, `${outline.title} ${outline.subtitle}`),
    box(0, 0, OUTLINE_WIDTH, height, COLOURS.ground),
    nodes,
    foot.nodes,
  );
  return `${renderToString(picture)}\n`;
}

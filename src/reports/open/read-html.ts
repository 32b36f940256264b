import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { documentOfBlocks, type ReportDocument } from '../document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Block = string | readonly string[];

/** Elements that hold no words of the report. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'embed',
  'svg',
  'select',
  'button',
]);
const BLOCKS = new Set(
  'address article aside blockquote body br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** A cell with more words than this lays out a page; tables of figures have short ones. */
const LONGEST_CELL = 300;
/** A page nested deeper than this was not made by an editor. */
const DEEPEST = 400;

const isElement = (node: Node): node is Element => 'tagName' in node;

function textOf(node: Node, depth = 0): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || SILENT.has(node.tagName) || depth > DEEPEST) return '';
  if (node.tagName === 'br') return ' ';
  return node.childNodes.map((child) => textOf(child, depth + 1)).join('');
}

function childrenNamed(element: Element, names: readonly string[]): Element[] {
  return element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));
}

function rowsOf(table: Element): Element[] {
  return [
    ...childrenNamed(table, ['tr']),
    ...childrenNamed(table, ['thead', 'tbody', 'tfoot']).flatMap((group) => childrenNamed(group, ['tr'])),
  ];
}

function holdsTable(element: Element, depth = 0): boolean {
  return (
    depth < DEEPEST &&
    element.childNodes.filter(isElement).some((child) => child.tagName === 'table' || holdsTable(child, depth + 1))
  );
}

/** The rows of a table of figures; undefined for one that lays out a page. */
function readTable(table: Element): string[][] | undefined {
  const rows = rowsOf(table).map((row) => childrenNamed(row, ['td', 'th']));
  if (rows.flat().some((cell) => holdsTable(cell))) return undefined;
  const texts = rows.map((row) => row.map((cell) => textOf(cell)));
  return texts.flat().some((text) => text.trim().length > LONGEST_CELL) ? undefined : texts;
}

/** Lines of words and rows of tables, in the order of the page. Scripts are never run, nothing is fetched. */
function collect(root: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let line = '';
  const end = () => {
    if (line.trim() !== '') blocks.push(line);
    line = '';
  };
  const visit = (node: Node, depth: number) => {
    if ('value' in node) line += node.value;
    if (!isElement(node) || SILENT.has(node.tagName) || depth > DEEPEST) return;
    const breaks = BLOCKS.has(node.tagName);
    if (breaks) end();
    const rows = node.tagName === 'table' ? readTable(node) : undefined;
    if (rows) blocks.push(...rows.filter((row) => row.length > 0));
    else for (const child of node.childNodes) visit(child, depth + 1);
    if (breaks) end();
  };
  for (const node of root) visit(node, 0);
  end();
  return blocks;
}

/** Reads a page of HTML as lines and rows. */
export function readHtml(html: string): ReportDocument {
  return documentOfBlocks(collect(parse(html).childNodes));
}

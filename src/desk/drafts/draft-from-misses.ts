import { dump } from 'js-yaml';
import type { Day } from '../../day.ts';
import { addDays } from '../../day.ts';
import { writeYaml } from '../../knowledge/edit/index.ts';
import { normalise } from '../../knowledge/search/index.ts';

/** Longest phrasing an entry takes. */
const LONGEST = 80;
const HALF_A_YEAR = 180;

/** A masked question is no way anybody puts it. */
const isUsable = (question: string) => !question.includes('*') && question.length >= 2 && question.length <= LONGEST;

function distinct(questions: readonly string[], taken: readonly string[]): string[] {
  const known = new Set(taken.map(normalise));
  return questions.filter((question) => {
    const same = normalise(question);
    return isUsable(question) && !known.has(same) && known.add(same);
  });
}

/** Questions are learned from, and one that nothing learns from shows whether the rest helps. */
function split(questions: readonly string[]): { phrasings: readonly string[]; tests: readonly string[] } {
  if (questions.length < 2) return { phrasings: questions, tests: [] };
  return { phrasings: questions.slice(0, -1), tests: questions.slice(-1) };
}

/** A new entry begun from what people asked. What it says is for the editor to write: legal answers are never made up. */
export function beginEntry(questions: readonly string[], id: string, today: Day): string {
  const { phrasings, tests } = split(distinct(questions, []));
  return writeYaml({
    id,
    title: [...(questions[0] ?? '')].slice(0, 40).join(''),
    phrasings,
    versions: [{ from: today, answer: '', sources: [] }],
    tests,
    review: addDays(today, HALF_A_YEAR),
  });
}

/** The lines of a list in YAML under a key of an entry at the left edge. */
function addToList(text: string, key: string, items: readonly string[]): string {
  if (items.length === 0) return text;
  const lines = dump([...items], { lineWidth: -1 })
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`);
  const rows = text.split('\n');
  const at = rows.findIndex((row) => row.startsWith(`${key}:`));
  if (at < 0) return `${text.trimEnd()}\n${key}:\n${lines.join('\n')}\n`;
  if (rows[at]?.trimEnd() !== `${key}:`) rows[at] = `${key}:`;
  let end = at + 1;
  while (end < rows.length && /^\s/u.test(rows[end] ?? '')) end += 1;
  return [...rows.slice(0, end), ...lines, ...rows.slice(end)].join('\n');
}

/** An entry with what people asked added to its phrasings, one of them as a test; the rest of its text stays as it is. */
export function addPhrasings(text: string, known: readonly string[], questions: readonly string[]): string {
  const { phrasings, tests } = split(distinct(questions, known));
  return addToList(addToList(text, 'phrasings', phrasings), 'tests', tests);
}

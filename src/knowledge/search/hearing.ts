import { ASKING_WORDS, EMPTY_WORDS, SAME_WORDS } from './common-words.ts';
import type { GramView } from './gram-view.ts';
import { splitUnits } from './grams.ts';
import { listCharacters, parseSyllable, readSound, spellUsually } from './pinyin.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** A small model of which character follows which, counted on the base's own phrasings and the everyday words. */
export interface Hearing {
  /** Cost (negative log probability) of `next` after `previous`; '' before the first. */
  readonly costOf: (previous: string, next: string) => number;
  /** Whether the base or the everyday words hold this pair of neighbours. */
  readonly isPair: (previous: string, next: string) => boolean;
  readonly isKnown: (unit: string) => boolean;
  /** Characters of the base with this folded sound, the most frequent first. */
  readonly listHeard: (sound: string) => readonly string[];
}

const HAN = /^\p{Script=Han}$/u;
const PAIR_SHARE = 0.85;
const HEARD_MOST = 32;

const everyday = new Map<string, number>();
for (const word of `${ASKING_WORDS} ${SAME_WORDS} ${EMPTY_WORDS} ${WORD_KINDS}`.split(/\s+/u)) {
  // English words of the lists would be taken for pinyin (pin, can), or pinyin for them.
  if (/[a-z]/u.test(word)) continue;
  const units = splitUnits(word);
  for (const [at, unit] of units.entries()) {
    everyday.set(unit, 1);
    const next = units[at + 1];
    if (next !== undefined) everyday.set(`${unit} ${next}`, 1);
  }
}

/** A phrasing already in mind counts as often as this many others. */
const IN_MIND = 40;

/**
 * Builds the model over the `letters` view, whose grams are single units and neighbouring pairs. `inMind` lists phrasings
 * that are likely meant, from a first hearing: a second one listens for their words.
 */
export function createHearing(letters: GramView, inMind: readonly number[] = []): Hearing {
  const extra = new Map<number, number>();
  for (const phrasing of inMind) {
    for (let at = letters.starts[phrasing] ?? 0; at < (letters.starts[phrasing + 1] ?? 0); at++) {
      const gram = letters.grams[at] ?? 0;
      extra.set(gram, (extra.get(gram) ?? 0) + IN_MIND);
    }
  }
  const countOf = (gram: string) => {
    const id = letters.idOf.get(gram);
    const usual = everyday.get(gram) ?? 0;
    if (id === undefined) return usual;
    return usual + (letters.holderStarts[id + 1] ?? 0) - (letters.holderStarts[id] ?? 0) + (extra.get(id) ?? 0);
  };
  const total = Math.max(1, letters.starts.length + IN_MIND * inMind.length);
  const heard = new Map<string, readonly string[]>();

  return {
    costOf(previous, next) {
      const alone = (countOf(next) + 0.01) / total;
      const before = previous === '' ? 0 : countOf(previous);
      const together = before > 0 ? countOf(`${previous} ${next}`) / before : 0;
      return -Math.log(PAIR_SHARE * Math.min(1, together) + (1 - PAIR_SHARE) * Math.min(1, alone));
    },
    isPair: (previous, next) => countOf(`${previous} ${next}`) > 0,
    isKnown: (unit) => countOf(unit) > 0,
    listHeard(sound) {
      let list = heard.get(sound);
      if (list === undefined) {
        list = [...new Set(listCharacters(sound))]
          .map((character) => ({ character, count: countOf(character) }))
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count || (a.character < b.character ? -1 : 1))
          .slice(0, HEARD_MOST)
          .map(({ character }) => character);
        heard.set(sound, list);
      }
      return list;
    },
  };
}

/** One way a stretch of the text may be read: the unit it becomes, where it ends, and what reading it so costs. */
interface Step {
  readonly unit: string;
  readonly end: number;
  readonly cost: number;
}

interface State {
  readonly unit: string;
  readonly cost: number;
  readonly from: State | undefined;
}

const BEAM = 12;
/** A character that is not the one typed, though it sounds the same. */
const MISTYPED = 4;
/** A syllable that is only alike (zh for z, n for ng), or the second reading of a character. */
const ONLY_ALIKE = 2;
const UNHEARD = 9;
/** A word of Latin letters in the middle of joined pinyin (qqkongjian). */
const WITHIN = 2;
const SYLLABLE_LONGEST = 6;

/**
 * Writes out pinyin and mends characters typed for others of the same sound, choosing what fits the base best. Returns
 * undefined when nothing changes. The result is one more reading to try, never the only one.
 */
export function mendSounds(hearing: Hearing, text: string): string | undefined {
  const units = splitUnits(text);
  const written = units.flatMap((unit) => {
    if (HAN.test(unit) || (unit.length > 1 && hearing.isKnown(unit))) return [unit];
    return spellOut(hearing, unit) ?? [/^[a-z]$/u.test(unit) ? `${unit}|` : unit];
  });
  const lattice = readLattice(hearing, written);
  const best = walk(hearing, lattice);
  const mended = join(best);
  return mended === '' || mended === join(units) ? undefined : mended;
}

/** Numbers stand between pinyin without a gap (3geyue): they are parted before the letters are cut. */
const RUNS = /\d+|\D+/gu;

/** Letters that can be cut into syllables and words of the base, as a list with one letter each; undefined when they cannot. */
function spellOut(hearing: Hearing, unit: string): string[] | undefined {
  const runs = unit.match(RUNS) ?? [];
  const spelled = runs.map((run) => (/\d/u.test(run) ? [run] : spellLetters(hearing, run)));
  return spelled.every((run) => run !== undefined) ? spelled.flat() : undefined;
}

function spellLetters(hearing: Hearing, written: string): string[] | undefined {
  const word = written.replaceAll('ü', 'v');
  if (!/^[a-z]+$/u.test(word)) return undefined;
  const reachable = Array.from({ length: word.length + 1 }, () => false);
  reachable[0] = true;
  for (let at = 0; at < word.length; at++) {
    if (!reachable[at]) continue;
    for (let size = 1; size <= SYLLABLE_LONGEST && at + size <= word.length; size++) {
      const letters = word.slice(at, at + size);
      if (parseSyllable(letters) !== undefined || hearing.isKnown(letters)) reachable[at + size] = true;
    }
  }
  return reachable[word.length] ? [...word.slice(0, -1), `${word.at(-1)}|`] : undefined;
}

/** For each position, the steps that may start there. A letter ending with `|` closes its word. */
function readLattice(hearing: Hearing, units: readonly string[]): readonly (readonly Step[])[] {
  return units.map((unit, at) => {
    if (HAN.test(unit)) return readCharacter(hearing, units, at);
    if (!isLetter(unit)) return [{ unit, end: at + 1, cost: 0 }];
    const steps: Step[] = [];
    let letters = '';
    for (let end = at + 1; end <= units.length && letters.length < SYLLABLE_LONGEST; end++) {
      const letter = units[end - 1] ?? '';
      if (!isLetter(letter)) break;
      letters += letter[0] ?? '';
      const closes = letter.endsWith('|');
      const sound = parseSyllable(letters);
      const isWord = isWordStart(units, at) && closes;
      if (hearing.isKnown(letters) && (isWord || sound === undefined))
        steps.push({ unit: letters, end, cost: isWord ? 0 : WITHIN });
      if (sound !== undefined) {
        const heard = hearing.listHeard(sound);
        for (const character of heard)
          steps.push({ unit: character, end, cost: spellUsually(character) === letters ? 0 : ONLY_ALIKE });
        if (heard.length === 0) steps.push({ unit: listCharacters(sound)[0] ?? letters, end, cost: UNHEARD });
      }
      if (letter.endsWith('|')) break;
    }
    // A letter that begins no syllable stands for itself (i深圳, x光).
    return steps.length > 0 ? steps : [{ unit: unit[0] ?? '', end: at + 1, cost: UNHEARD }];
  });
}

function isLetter(unit: string): boolean {
  return /^[a-z]\|?$/u.test(unit);
}

function isWordStart(units: readonly string[], at: number): boolean {
  return !/^[a-z]$/u.test(units[at - 1] ?? '');
}

/** A character stands for itself; where it fits neither neighbour, also for those that sound like it. */
function readCharacter(hearing: Hearing, units: readonly string[], at: number): readonly Step[] {
  const unit = units[at] ?? '';
  const itself = { unit, end: at + 1, cost: 0 };
  const before = units[at - 1];
  const after = units[at + 1];
  const fits =
    (before !== undefined && hearing.isPair(before, unit)) || (after !== undefined && hearing.isPair(unit, after));
  if (fits && hearing.isKnown(unit)) return [itself];
  const others = hearing.listHeard(readSound(unit)).filter((other) => other !== unit);
  const usual = spellUsually(unit);
  const costOf = (other: string) => MISTYPED + (spellUsually(other) === usual ? 0 : ONLY_ALIKE);
  return [itself, ...others.map((other) => ({ unit: other, end: at + 1, cost: costOf(other) }))];
}

function walk(hearing: Hearing, lattice: readonly (readonly Step[])[]): readonly string[] {
  const states: Map<string, State>[] = Array.from({ length: lattice.length + 1 }, () => new Map());
  states[0]?.set('', { unit: '', cost: 0, from: undefined });
  for (const [at, steps] of lattice.entries()) {
    const beam = [...(states[at]?.values() ?? [])].sort((a, b) => a.cost - b.cost).slice(0, BEAM);
    for (const state of beam) {
      for (const step of steps) {
        const cost = state.cost + step.cost + hearing.costOf(state.unit, step.unit);
        const reached = states[step.end];
        if (cost < (reached?.get(step.unit)?.cost ?? Number.POSITIVE_INFINITY)) {
          reached?.set(step.unit, { unit: step.unit, cost, from: state });
        }
      }
    }
  }
  let best = [...(states[lattice.length]?.values() ?? [])].sort((a, b) => a.cost - b.cost)[0];
  const path: string[] = [];
  for (; best?.from !== undefined; best = best.from) path.push(best.unit);
  return path.reverse();
}

/** Units as text again: words of letters apart, Chinese characters together. */
function join(units: readonly string[]): string {
  let text = '';
  for (const unit of units) text += text !== '' && !HAN.test(unit) && !HAN.test(text.at(-1) ?? '') ? ` ${unit}` : unit;
  return text;
}

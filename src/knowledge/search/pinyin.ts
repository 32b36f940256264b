import { RARER_READINGS, USUAL_READINGS } from './pinyin-table.ts';

const soundOf = new Map<string, string>();
const usualOf = new Map<string, string>();
const charactersOf = new Map<string, string>();
const syllables = new Set<string>();

/**
 * One sound for syllables people mix up when they type by ear: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, n/l at the
 * start. ü is v; lü typed as lu counts as the same.
 */
function foldSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/([aei])ng$/u, '$1n')
    .replace(/^n/u, 'l')
    .replace(/^lv/u, 'lu');
}

function readTable(table: string, takeSound: boolean): void {
  for (const line of table.split('\n')) {
    const [syllable = '', characters = ''] = line.split(' ');
    const sound = foldSyllable(syllable);
    if (/[aeiouv]/u.test(syllable)) syllables.add(syllable);
    charactersOf.set(sound, `${charactersOf.get(sound) ?? ''}${characters}`);
    if (!takeSound) continue;
    for (const character of characters) {
      soundOf.set(character, sound);
      usualOf.set(character, syllable);
    }
  }
}
readTable(USUAL_READINGS, true);
readTable(RARER_READINGS, false);

/** The folded sound of a Chinese character in its usual reading; any other unit stands for itself. */
export function readSound(unit: string): string {
  return soundOf.get(unit) ?? unit;
}

/** The usual reading as it is spelled, not folded; undefined for anything but a common Chinese character. */
export function spellUsually(character: string): string | undefined {
  return usualOf.get(character);
}

/** Every character that can have this folded sound, usual readings first. */
export function listCharacters(sound: string): string {
  return charactersOf.get(sound) ?? '';
}

/** The folded sound when these letters are one syllable of pinyin without tone. */
export function parseSyllable(letters: string): string | undefined {
  return syllables.has(letters) ? foldSyllable(letters) : undefined;
}

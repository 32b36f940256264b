import { listCharacters, readSound, spellUsually } from '../../knowledge/search/pinyin.ts';

export const NOISES = ['homophone', 'drop', 'traditional', 'pinyin'] as const;
export type Noise = (typeof NOISES)[number];

/** Share of Chinese characters typed for another of the same sound, or left out. */
const SHARE = 0.15;
/** Only the first few characters of a sound: what an input method offers before one stops looking. */
const OFFERED = 8;

/** A question as it comes in worse; `dice` gives numbers from 0 up to 1. */
export type Spoil = (question: string) => string;

function spoilHomophones(question: string, dice: () => number): string {
  return Array.from(question, (character) => {
    const usual = spellUsually(character);
    if (usual === undefined || dice() >= SHARE) return character;
    const others = Array.from(listCharacters(readSound(character))).filter(
      (other) => other !== character && spellUsually(other) === usual,
    );
    return others[Math.floor(dice() * Math.min(OFFERED, others.length))] ?? character;
  }).join('');
}

function dropOne(question: string, dice: () => number): string {
  const characters = Array.from(question);
  if (characters.length > 4) characters.splice(Math.floor(dice() * characters.length), 1);
  return characters.join('');
}

/** The dictionaries are large, so only the noise asked for is loaded. Every second question in pinyin has no spaces. */
export async function createNoise(noise: Noise, dice: () => number): Promise<Spoil> {
  if (noise === 'homophone') return (question) => spoilHomophones(question, dice);
  if (noise === 'drop') return (question) => dropOne(question, dice);
  if (noise === 'traditional') {
    const { Converter } = await import('opencc-js/cn2t');
    return Converter({ from: 'cn', to: 'tw' });
  }
  const { pinyin } = await import('pinyin-pro');
  let joined = false;
  return (question) => {
    joined = !joined;
    const syllables = pinyin(question, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
    return syllables.join(joined ? '' : ' ');
  };
}

/** Numbers from 0 up to 1 from a seed, the same on every machine. */
export function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

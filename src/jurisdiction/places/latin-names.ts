import { spellUsually } from '../../knowledge/search/pinyin.ts';
import { type Gazetteer, levelOf, type PlaceRef } from './place.ts';
import { shortNameOf } from './short-name.ts';

/** Names in Latin letters that are not the usual readings of their characters put together. */
const OTHERWISE: Readonly<Record<string, string>> = {
  重庆: 'chongqing',
  陕西: 'shaanxi',
  西藏: 'tibet',
  内蒙古: 'innermongolia',
  哈尔滨: 'harbin',
  呼和浩特: 'hohhot',
  乌鲁木齐: 'urumqi',
  香港: 'hongkong',
  澳门: 'macau',
  厦门: 'xiamen',
  大连: 'dalian',
  朝阳: 'chaoyang',
};
const WORD = /[a-z]+/giu;
const LONGEST_SECOND = 12;

function spell(short: string): string {
  return OTHERWISE[short] ?? [...short].map((character) => spellUsually(character) ?? '').join('');
}

/** Where a place's name stands in Latin letters. */
export interface LatinHit {
  readonly start: number;
  readonly end: number;
  readonly places: readonly PlaceRef[];
}

/**
 * Finds provinces, cities and the counties near the desk by their names in Latin letters: Shenyang, Heping District, Hong Kong.
 * Longer counties' names elsewhere are left out: too many of them sound alike.
 */
export function createLatinNames(gazetteer: Gazetteer, near: (code: string) => boolean): (text: string) => LatinHit[] {
  const byName = new Map<string, PlaceRef[]>();
  for (const place of gazetteer.all) {
    const short = shortNameOf(place.name);
    if (short === undefined || (levelOf(place.code) === 'county' && !near(place.code))) continue;
    const name = spell(short);
    const known = byName.get(name);
    if (known) known.push(place);
    else byName.set(name, [place]);
  }
  const lookUp = (word: string) => byName.get(word.toLowerCase().replaceAll(/[^a-z]/gu, ''));

  return (text) => {
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
    return words.flatMap(({ start, end }, at) => {
      // Hong Kong, Xi'an and Inner Mongolia are written as two words.
      for (const reach of [words[at + 1]?.end ?? end, end]) {
        const places = reach - end <= LONGEST_SECOND ? lookUp(text.slice(start, reach)) : undefined;
        if (places) return [{ start, end: reach, places }];
      }
      return [];
    });
  };
}

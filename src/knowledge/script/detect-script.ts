import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Characters that only one script has: 台 and 后 are written in both and tell nothing. */
function listOwn(table: string): ReadonlySet<string> {
  const own = table.split('|').flatMap((entry) => {
    const [character = '', ...others] = entry.split(' ');
    return others.includes(character) ? [] : [character];
  });
  return new Set(own);
}

let own: { simplified: ReadonlySet<string>; traditional: ReadonlySet<string> } | undefined;

/**
 * The script a text is written in: `hant` when it has traditional characters and no simplified one, `hans` when it has
 * simplified ones; undefined when its characters belong to both, or it has no Chinese.
 */
export function detectScript(text: string): 'hans' | 'hant' | undefined {
  own ??= { simplified: listOwn(simplifiedToTraditional), traditional: listOwn(traditionalToSimplified) };
  const { simplified, traditional } = own;
  const characters = [...text];
  if (characters.some((character) => simplified.has(character))) return 'hans';
  return characters.some((character) => traditional.has(character)) ? 'hant' : undefined;
}

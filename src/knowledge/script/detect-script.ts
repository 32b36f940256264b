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
 * The script a text is written in: `hant` when it has more characters only traditional than only simplified (台灣 is
 * written with one of each kind, so one does not decide), `hans` when it has others; undefined when its characters belong to both, or it has no Chinese.
 */
export function detectScript(text: string): 'hans' | 'hant' | undefined {
  own ??= { simplified: listOwn(simplifiedToTraditional), traditional: listOwn(traditionalToSimplified) };
  const { simplified, traditional } = own;
  const characters = [...text];
  const count = (script: ReadonlySet<string>) => characters.filter((character) => script.has(character)).length;
  const [hans, hant] = [count(simplified), count(traditional)];
  if (hans === 0 && hant === 0) return undefined;
  return hant > hans ? 'hant' : 'hans';
}

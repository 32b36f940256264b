import pairs from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters to simplified, one for one. Only OpenCC's character table is loaded (29 KB): phrases matter
 * for text people read, not for text that is compared, and a table alone can be made idempotent.
 */
const simplifiedOf = new Map<string, string>();

for (const pair of pairs.split('|')) {
  const [traditional = '', simplified = ''] = pair.split(' ');
  if (traditional !== simplified) simplifiedOf.set(traditional, simplified);
}
for (const [traditional, first] of simplifiedOf) {
  let last = first;
  for (let hops = 0; hops < 4; hops++) last = simplifiedOf.get(last) ?? last;
  simplifiedOf.set(traditional, last);
}

/** The same text in simplified characters. Length in code points is kept. */
export function toSimplified(text: string): string {
  let changed = false;
  const characters = Array.from(text, (character) => {
    const simplified = simplifiedOf.get(character);
    if (simplified === undefined) return character;
    changed = true;
    return simplified;
  });
  return changed ? characters.join('') : text;
}

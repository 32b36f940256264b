/** Grams and their ids: 0, 1, 2 … in the order they were first met. */
export interface GramIds {
  readonly size: number;
  readonly get: (gram: string) => number | undefined;
  readonly has: (gram: string) => boolean;
  /** All grams in the order of their ids. */
  readonly keys: () => Iterable<string>;
}

/**
 * Grams by their ids as flat data. A map of a hundred thousand short strings takes ten times the memory, and as long to
 * read back as everything else of an index.
 */
export interface PackedGrams {
  /** All grams, one after another. */
  readonly joined: string;
  /** Gram g: `joined` from `starts[g]` up to `starts[g + 1]`, in UTF-16 code units. */
  readonly starts: Int32Array;
  /** Open addressing: id + 1 of the gram that hashes here or before, 0 where there is none. A power of two long. */
  readonly slots: Int32Array;
}

/** FNV-1a over UTF-16 code units. */
function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  // The lower bits choose the slot: the upper ones must reach them.
  return hash ^ (hash >>> 15);
}

/** Lays grams out flat; their order is their ids. */
export function packGrams(grams: Iterable<string>): PackedGrams {
  const list = [...grams];
  const starts = new Int32Array(list.length + 1);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, list.length * 2))));
  for (const [id, gram] of list.entries()) {
    starts[id + 1] = (starts[id] ?? 0) + gram.length;
    let slot = hashGram(gram) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
  return { joined: list.join(''), starts, slots };
}

/** Looks grams up in what was laid out. */
export function openGrams({ joined, starts, slots }: PackedGrams): GramIds {
  function get(gram: string): number | undefined {
    let slot = hashGram(gram) & (slots.length - 1);
    for (let taken = slots[slot]; taken; taken = slots[slot]) {
      const id = taken - 1;
      const start = starts[id] ?? 0;
      if ((starts[id + 1] ?? 0) - start === gram.length && joined.startsWith(gram, start)) return id;
      slot = (slot + 1) & (slots.length - 1);
    }
    return undefined;
  }
  function* keys(): Generator<string> {
    for (let id = 0; id + 1 < starts.length; id++) yield joined.slice(starts[id], starts[id + 1]);
  }
  return { size: starts.length - 1, get, has: (gram) => get(gram) !== undefined, keys };
}

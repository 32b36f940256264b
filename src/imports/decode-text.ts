/** Bytes in these parts hold text of the encodings named, tried in this order. */
const TRIED = ['utf-8', 'gb18030'] as const;
/** UTF-16 without a mark has a zero byte beside every Latin letter, digit and line end. */
const LEAST_ZEROS = 0.005;

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Control characters other than white space: bytes of something else that happen to decode. */
const holdsControls = (text: string) => /(?![\s\x7f-\x9f])\p{Cc}/u.test(text);

function guessWide(bytes: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0 && index % 2) odd += 1;
    else if (byte === 0) even += 1;
  }
  if (even + odd < bytes.length * LEAST_ZEROS) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * Text of a file in UTF-8, UTF-16 or GBK (GB18030), with or without a mark. Undefined when it is none of these, which
 * means that it is no text.
 * @param declared what the file says of itself, tried first where it is not one of the usual ones
 */
export function decodeText(bytes: Uint8Array, declared?: string): { text: string; encoding: string } | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const wide = marked ?? (bytes.includes(0) ? guessWide(bytes) : undefined);
  const tried = wide ? [wide] : bytes.includes(0) ? [] : [...TRIED, ...(declared ? [declared] : [])];
  for (const encoding of tried) {
    const text = decode(bytes, encoding);
    if (text !== undefined && !holdsControls(text)) return { text, encoding };
  }
  return undefined;
}

/** Bytes by which patterns are told apart at first; none may be shorter. */
const HEAD = 4;

/**
 * Which of many patterns stand in some bytes. It goes through the bytes once, however many patterns there are: at each
 * place the next four bytes say which of them could begin there.
 */
export function findAll(bytes: Buffer, patterns: readonly Buffer[]): ReadonlySet<Buffer> {
  const byHead = new Map<number, Buffer[]>();
  // One bit for each pair of bytes a pattern begins with: most places are done with after looking here.
  const begins = new Uint8Array(1 << 16);
  for (const pattern of patterns) {
    if (pattern.length < HEAD) throw new Error(`too short to be looked for: ${pattern.toString()}`);
    begins[pattern.readUInt16BE(0)] = 1;
    const head = pattern.readUInt32BE(0);
    byHead.set(head, [...(byHead.get(head) ?? []), pattern]);
  }
  const found = new Set<Buffer>();
  for (let at = 0; at + HEAD <= bytes.length; at += 1) {
    if (begins[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
    for (const pattern of byHead.get(bytes.readUInt32BE(at)) ?? []) {
      if (!found.has(pattern) && bytes.subarray(at, at + pattern.length).equals(pattern)) found.add(pattern);
    }
  }
  return found;
}

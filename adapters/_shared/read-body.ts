/** Raw bytes of a body, or `too_large` as soon as it passes `most`: no more than that is ever held. */
export async function readBody(source: Request | Response, most: number): Promise<Uint8Array | 'too_large'> {
  if (Number(source.headers.get('content-length') ?? 0) > most) {
    await source.body?.cancel();
    return 'too_large';
  }
  if (!source.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.body) {
    length += chunk.length;
    // Leaving the loop cancels the stream, so the rest is not read.
    if (length > most) return 'too_large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes of what stands before the entries of a list of tags, and of each entry (TIFF 6.0, section 2). */
const COUNT = 2;
const ENTRY = 12;
const ORIENTATION = 0x01_12;
const SHORT = 3;
/** Upright is what a reader takes a picture for that says nothing. */
const UPRIGHT = 1;
const MOST = 8;

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

/** What stands before the picture itself in a JPEG (ITU-T T.81, annex B). */
function* walkSegments(bytes: Buffer): Generator<Segment, void> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const to = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda || to > bytes.length) return;
    yield { marker, from: at + 4, to };
    at = to;
  }
}

function readTag(tiff: Buffer): number | undefined {
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const list = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (list + COUNT > tiff.length) return undefined;
  const entries = short(list);
  for (let index = 0; index < entries; index += 1) {
    const at = list + COUNT + index * ENTRY;
    if (at + ENTRY > tiff.length) return undefined;
    if (short(at) === ORIENTATION && short(at + 2) === SHORT) return short(at + 8);
  }
  return undefined;
}

/** How a JPEG is to be turned when shown, 2 to 8 (Exif 2.32, tag 0x0112); undefined when it is shown as it is. */
export function readOrientation(bytes: Buffer): number | undefined {
  for (const { marker, from, to } of walkSegments(bytes)) {
    const isExif = marker === 0xe1 && bytes.toString('latin1', from, from + 6) === 'Exif\0\0';
    const turned = isExif ? readTag(bytes.subarray(from + 6, to)) : undefined;
    if (turned !== undefined) return turned > UPRIGHT && turned <= MOST ? turned : undefined;
  }
  return undefined;
}

/** The JPEG with this one tag and no other; behind its JFIF header, which must come first. */
export function writeOrientation(bytes: Buffer, orientation: number): Buffer {
  const tag = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  tag.writeUInt16BE(orientation, 28);
  const [first] = walkSegments(bytes);
  const at = first?.marker === 0xe0 ? first.to : 2;
  return Buffer.concat([bytes.subarray(0, at), tag, bytes.subarray(at)]);
}

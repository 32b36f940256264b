import { deflateSync } from 'node:zlib';

const text = (words: string) => Buffer.from(words, 'latin1');

/** What a camera writes: where it was. */
export const PLACE = 'N41.80 E123.43';

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG's outline with a camera's traces in it, once as Exif and once as XMP. */
export const JPEG = Buffer.concat([
  Buffer.from('ffd8', 'hex'),
  segment(0xff_e0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
  segment(0xff_e1, text(`Exif\0\0MM\0*${PLACE}`)),
  segment(0xff_e1, text(`http://ns.adobe.com/xap/1.0/\0${PLACE}`)),
  segment(0xff_db, Buffer.alloc(65, 1)),
  Buffer.from('ffda0003000102ffd9', 'hex'),
]);

/** A photo as a phone takes it: how it is to be turned (6: by 90 degrees), and where it was taken. */
export function photo(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const tiff = Buffer.alloc(38);
  const short = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  // The maker's name, then the orientation.
  for (const [at, tag, type, value] of [
    [10, 0x01_0f, 2, 38],
    [22, 0x01_12, 3, orientation],
  ] as const) {
    short(tag, at);
    short(type, at + 2);
    long(1, at + 4);
    short(value, at + 8);
  }
  return Buffer.concat([
    JPEG.subarray(0, 20),
    segment(0xff_e1, Buffer.concat([text('Exif\0\0'), tiff, text(PLACE)])),
    segment(0xff_db, Buffer.alloc(65, 1)),
    segment(0xff_c0, Buffer.from('080001000103011100021100031100', 'hex')),
    Buffer.from('ffda0003000102ffd9', 'hex'),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([size, text(type), body, Buffer.alloc(4)]);
}

export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('eXIf', text(PLACE)),
  chunk('tEXt', text(`Comment\0${PLACE}`)),
  chunk('IDAT', deflateSync(Buffer.alloc(4))),
  chunk('IEND', Buffer.alloc(0)),
]);

export const PDF = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
/** A program for Windows. */
export const PROGRAM = Buffer.concat([text('MZ'), Buffer.alloc(200)]);
/** Container of older office files, with a stream of this name in it. */
export const older = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

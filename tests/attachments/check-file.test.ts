import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkFile, createScanner, MOST_BYTES, tidyFileName } from '../../src/attachments/index.ts';
import { readConfig } from '../../src/config.ts';
import { JPEG, older, PDF, PLACE, PNG, PROGRAM, photo } from './files.ts';

const off = createScanner('off');
const check = (bytes: Uint8Array) => checkFile(bytes, off);

describe('the kind of a file', () => {
  test.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a picture', JPEG, 'image/jpeg'],
    ['a text', Buffer.from('关于补偿方案的补充说明\n第一条'), 'text/plain'],
    ['a text as older programs write it', Buffer.from('d6d0b9fac7e9bfca0d0a', 'hex'), 'text/plain'],
    ['an older Word file', older('WordDocument'), 'application/msword'],
  ])('%s is told by its content', async (_name, bytes, mediaType) => {
    expect(await check(bytes)).toMatchObject({ fit: true, mediaType, scan: 'unscanned' });
  });

  test.each([
    ['a program, whatever it is called', PROGRAM],
    ['an installer in the container of older office files', older('MsiDatabase')],
    ['an archive', Buffer.from('504b030414000000000000000000000000000000000000000000010000006161', 'hex')],
    ['a GIF, which cannot be freed of what else is in it', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
    ['a WebP, for the same reason', Buffer.from('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['a HEIC as phones take it, for the same reason', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['bytes of nothing known', Buffer.from([1, 2, 3, 0, 0, 255])],
  ])('%s is not taken', async (_name, bytes) => {
    expect(await check(bytes)).toEqual({ fit: false, why: 'kind' });
  });

  test('nothing, and more than 20 MB, are not taken', async () => {
    expect(await check(Buffer.alloc(0))).toEqual({ fit: false, why: 'empty' });
    expect(await check(Buffer.alloc(MOST_BYTES + 1, 'a'))).toEqual({ fit: false, why: 'too_large' });
  });
});

describe('what the camera wrote', () => {
  test.each([
    ['JPEG', JPEG],
    ['PNG', PNG],
  ])('is taken out of a %s, and the picture stays', async (_name, bytes) => {
    expect(bytes.includes(PLACE)).toBe(true);
    const checked = await check(bytes);
    if (!checked.fit) throw new Error(checked.why);
    expect(Buffer.from(checked.bytes).includes(PLACE)).toBe(false);
    expect(checked.bytes.length).toBeGreaterThan(60);
    expect(Buffer.from(checked.bytes.subarray(-6))).toEqual(bytes.subarray(-6));
  });

  test.each(['MM', 'II'] as const)('goes but for how a photo is turned, written %s', async (order) => {
    const checked = await check(photo(6, order));
    if (!checked.fit) throw new Error(checked.why);
    const kept = Buffer.from(checked.bytes);
    expect(kept.includes(PLACE)).toBe(false);
    expect(kept.subarray(0, 20)).toEqual(JPEG.subarray(0, 20));
    // Exif 2.32: one list of one tag, 0x0112, a SHORT of 6.
    expect(kept.toString('hex', 20, 56)).toBe(
      'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
    );
    expect(kept.toString('hex', 56, 58)).toBe('ffdb');
  });

  test.each([0, 1, 9, 65_535])('goes whole when a photo says %i of how it is turned', async (orientation) => {
    const checked = await check(photo(orientation));
    if (!checked.fit) throw new Error(checked.why);
    expect(Buffer.from(checked.bytes).includes('Exif')).toBe(false);
  });

  test('cut short anywhere, says nothing and hides nothing', async () => {
    const whole = photo(6, 'II');
    for (let length = 24; length < whole.length; length += 1) {
      const checked = await check(whole.subarray(0, length));
      if (checked.fit) expect(Buffer.from(checked.bytes).includes(PLACE)).toBe(false);
    }
  });

  test('a picture from which it cannot be taken is not kept', async () => {
    const hidden = Buffer.concat([JPEG, Buffer.from('http://ns.adobe.com/xmp/extension/')]);
    expect(await check(hidden)).toEqual({ fit: false, why: 'metadata' });
  });
});

/** Speaks clamd's protocol as far as it is needed here: PING, VERSION and INSTREAM. */
async function openClamd(): Promise<string> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      got = Buffer.concat([got, data]);
      if (got.includes('PING')) socket.end('PONG\n');
      else if (got.includes('VERSION')) socket.end('ClamAV 1.4.0\n');
      else if (got.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(got.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

describe('a virus scanner', () => {
  const command = (script: string) => `command:${process.execPath} -e ${script}`;
  const LOOKS = 'process.stdin.on("data",(d)=>{if(d.includes("EICAR"))process.exit(1)})';

  test('that is a program says by how it ends what it found', async () => {
    const scan = createScanner(command(LOOKS));
    expect(await checkFile(PDF, scan)).toMatchObject({ fit: true, scan: 'clean' });
    expect(await checkFile(Buffer.concat([PDF, Buffer.from('EICAR')]), scan)).toEqual({ fit: false, why: 'infected' });
  });

  test('that is a daemon is asked over its socket', async () => {
    const scan = createScanner(`clamd:${await openClamd()}`);
    expect(await scan(PDF)).toBe('clean');
    expect(await scan(Buffer.from('EICAR'))).toBe('infected');
  });

  test('that cannot say lets nothing through', async () => {
    await expect(createScanner(command('process.exit(2)'))(PDF)).rejects.toMatchObject({ code: 'SCANNER_FAILED' });
    await expect(createScanner('clamd:127.0.0.1:1')(PDF)).rejects.toMatchObject({ code: 'SCANNER_FAILED' });
  });

  test('is set by a setting that is checked at the start', () => {
    expect(readConfig({}, '/nowhere').scanner).toBe('off');
    expect(readConfig({ DESK_SCANNER: 'clamd:/run/clamav/clamd.ctl' }, '/nowhere').scanner).toContain('clamd');
    expect(() => readConfig({ DESK_SCANNER: 'clamav' }, '/nowhere')).toThrow('DESK_SCANNER');
  });
});

test('a name keeps its ending and loses folders and what cannot be seen', () => {
  expect(tidyFileName('C:\\照片\\身份证\u202Egpj.exe')).toBe('身份证gpj.exe');
  expect(tidyFileName('../../etc/passwd')).toBe('passwd');
  expect(tidyFileName(`${'长'.repeat(200)}.pdf`)).toMatch(/^长{71}…长{4}\.pdf$/u);
  expect(tidyFileName('\0')).toBe('?');
});

import { describe, expect, test } from 'vitest';
import type { ReceiveFile } from '../../../src/channel/desk.ts';
import { outcomeOf } from '../../../src/conversation/outcome.ts';
import { openApp } from './open-app.ts';

type Sent = Parameters<ReceiveFile>[0];

const URL = '/api/chat/c1/files';
const HEAD = { 'content-type': 'application/octet-stream', 'x-message-id': 'f1', 'x-file-name': 'a.txt' };

/** An app that takes files, and what it took. */
async function open() {
  const taken: Sent[] = [];
  const receiveFile: ReceiveFile = async (file) => {
    taken.push(file);
    return { lines: [], outcome: outcomeOf({ kind: 'status', id: 'attach' }), repeated: false };
  };
  return { taken, app: openApp({ receiveFile }) };
}

describe('uploading a file', () => {
  test('takes its bytes as they are and its name in any script', async () => {
    const { app, taken } = await open();
    const payload = Buffer.from([0, 255, 10]);
    const headers = { ...HEAD, 'x-file-name': encodeURIComponent('照片 1.jpg') };
    const answered = await app.inject({ method: 'POST', url: URL, headers, payload });
    expect(answered.statusCode).toBe(202);
    expect(answered.json()).toMatchObject({ conversation: 'c1', id: 'f1', kind: 'status' });
    expect(taken).toMatchObject([{ id: 'f1', conversation: 'c1', name: '照片 1.jpg' }]);
    expect(Buffer.from(taken[0]?.bytes ?? [])).toEqual(payload);
  });

  test.each([
    ['without an id', { 'x-message-id': '' }, 'a', 400, 'bad_file'],
    ['with a name that is not percent-encoded', { 'x-file-name': '%E7%9' }, 'a', 400, 'bad_file'],
    ['as something else than bytes', { 'content-type': 'text/html' }, 'a', 415, 'not_json_type'],
    ['that is far too large', {}, Buffer.alloc(22 * 1024 * 1024), 413, 'file_too_large'],
  ])('%s is refused in words', async (_how, head, payload, status, code) => {
    const { app, taken } = await open();
    const answered = await app.inject({ method: 'POST', url: URL, headers: { ...HEAD, ...head }, payload });
    expect([answered.statusCode, answered.json().error.code]).toEqual([status, code]);
    expect(answered.json().error.hint).not.toBe('');
    expect(taken).toEqual([]);
  });

  test('is not found where none is taken', async () => {
    const app = openApp();
    const answered = await app.inject({ method: 'POST', url: URL, headers: HEAD, payload: 'a' });
    expect(answered.statusCode).toBe(404);
  });
});

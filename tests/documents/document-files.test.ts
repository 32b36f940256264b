import { expect, test, vi } from 'vitest';
import { createDocumentFiles, describeDocumentFile } from '../../src/documents/index.ts';
import { appendDocument, handOverDocuments, type Store } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { openTemporary } from '../store/temporary-store.ts';

const NOW = new Date('2026-11-23T04:00:00Z');
const PDF = Buffer.from('%PDF-1.7');
const MODEL = { title: '政府信息公开告知书', number: '沈信公开告〔2026〕1号' };

async function keepLetter(opened: Store, releasedAt: string | null, model = MODEL) {
  return opened.transaction((executor) =>
    appendDocument(executor, {
      request: 'SPB-2026-000001',
      kind: 'disclosure_notice',
      documentNumber: model.number,
      model: JSON.stringify(model),
      contentHash: '',
      release: '',
      madeAt: NOW.toISOString(),
      madeBy: 'li',
      releasedAt,
    }),
  );
}

test('a letter is a file named as it is headed, which reaches no platform abroad', async () => {
  const store = await openTemporary();
  const letter = await keepLetter(store, NOW.toISOString(), { ...MODEL, number: 'a/b:c〔2026〕1号' });
  expect(describeDocumentFile(letter)).toEqual({
    reference: 'document/SPB-2026-000001/1',
    name: '政府信息公开告知书 a b c〔2026〕1号.pdf',
    mediaType: 'application/pdf',
    bytes: null,
    personal: true,
  });
});

test('its bytes are there once it was handed over, never more than allowed, and never another’s', async () => {
  const store = await openTemporary();
  const release = openRelease();
  const render = vi.fn(async () => PDF);
  const files = createDocumentFiles({ store, release: () => release, render });
  const { reference } = describeDocumentFile(await keepLetter(store, null));
  expect(await files(reference, 1000)).toBe('gone');
  expect(render).not.toHaveBeenCalled();

  await store.transaction((executor) => handOverDocuments(executor, 'SPB-2026-000001', ['disclosure_notice'], NOW));
  expect(await files(reference, 1000)).toEqual(PDF);
  expect(await files(reference, 3)).toBe('too_large');
  for (const other of ['document/SPB-2026-000001/2', 'document/SPB-2026-000002/1', 'file:///etc/passwd', ''])
    expect(await files(other, 1000)).toBe('gone');
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offerFile } from '../../src/channel/offer-file.ts';
import { loadMessages } from '../../src/messages.ts';

const messages = loadMessages(join(import.meta.dirname, '../../messages'));
const file = {
  reference: 'document/SPB-2026-000001/1',
  name: '告知书.pdf',
  mediaType: 'application/pdf',
  bytes: null,
  personal: true,
};

test('what stands for a file says where to fetch it, or whom to ask', () => {
  const offer = (url: string | null, locale: 'zh-CN' | 'en' = 'zh-CN') =>
    offerFile({ text: '您的告知书已经作出。', file, url, messages, locale });
  expect(offer('https://desk.example/documents')).toEqual({
    kind: 'file',
    text: '您的告知书已经作出。',
    file,
    instead: '文件《告知书.pdf》在这里不能直接发给您，请打开 https://desk.example/documents 下载。',
  });
  expect(offer(null)).toMatchObject({ instead: expect.stringContaining('向我们的工作人员索取') });
  expect(offer('https://desk.example/documents', 'en')).toMatchObject({
    instead: expect.stringContaining('Please fetch it at https://desk.example/documents'),
  });
});

import { type Executor, readAttachments, readRequestEvents, type StoredRequest } from '../store/index.ts';
import type { OwnDocument } from './list-own.ts';

/** Id under which the export is asked for, beside those of documents. */
export const EXPORT_ID = 'data';
/** What ids of files the requester sent begin with. */
export const FILE_ID = 'file/';

/**
 * Everything kept of a request as its requester may have it (个人信息保护法 art. 45): in a form other programs read, with
 * nothing masked and nothing of the office's own.
 */
export async function exportData(
  executor: Executor,
  request: StoredRequest,
  documents: readonly OwnDocument[],
  at: Date,
): Promise<string> {
  const { number, channel, state, filedOn, receivedOn, dueOn, dueProvisional } = request;
  const { applicant, documentKind, provision, delivery, personal, description } = request;
  const [events, files] = [await readRequestEvents(executor, number), await readAttachments(executor, number)];
  const data = {
    exportedAt: at.toISOString(),
    request: { number, channel, state, filedOn, receivedOn, dueOn, dueProvisional },
    requester: { applicant, documentKind, ...personal },
    wanted: { description, provision, delivery },
    notice: request.notice,
    events: events.map(({ kind, on, at: when, by, fields }) => ({
      kind,
      on,
      at: when,
      ...(by === 'requester' ? { fields } : {}),
    })),
    attachments: files.map(({ name, mediaType, size, createdAt }) => ({ name, mediaType, size, sentAt: createdAt })),
    documents: documents.map(({ id, at: madeAt, model }) => ({ id, madeAt, ...model })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

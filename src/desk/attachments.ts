import { KINDS } from '../attachments/index.ts';
import {
  type Executor,
  findAttachment,
  maskNumbersInText,
  readAttachments,
  readContent,
  recordAccess,
} from '../store/index.ts';

/** A file that goes with a request, as staff see it in the case. */
export interface ShownAttachment {
  readonly id: string;
  /** Numbers in it masked. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** `unscanned`: no virus scanner was set up when it came; open it with care. */
  readonly scan: 'clean' | 'unscanned';
  readonly on: string;
}

/** Files kept with a request, oldest first. */
export async function listAttachments(executor: Executor, number: string): Promise<ShownAttachment[]> {
  const files = await readAttachments(executor, number);
  return files.flatMap(({ id, name, mediaType, size, scan, createdAt }) =>
    mediaType === null || scan === null
      ? []
      : [{ id, name: maskNumbersInText(name), mediaType, size, scan, on: createdAt }],
  );
}

/** A file's bytes and a name to save it under, whose ending is that of its content. */
export interface OpenedAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

function nameToSave(name: string, mediaType: string): string {
  const ending = `.${KINDS[mediaType] ?? 'bin'}`;
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/**
 * Opens a file of a request; who does and why is recorded first. Undefined when the request has no such file. Call within
 * a transaction: the look and its record stand together.
 */
export async function openAttachment(
  executor: Executor,
  { number, id }: { readonly number: string; readonly id: string },
  { who, reason, now }: { readonly who: string; readonly reason: string; readonly now: Date },
): Promise<OpenedAttachment | undefined> {
  const file = await findAttachment(executor, id);
  if (file?.state !== 'kept' || file.number !== number || file.mediaType === null) return undefined;
  await recordAccess(executor, { at: now.toISOString(), who, what: `request ${number} attachment ${id}`, reason });
  const { mediaType } = file;
  return { name: nameToSave(file.name, mediaType), mediaType, bytes: await readContent(executor, id) };
}

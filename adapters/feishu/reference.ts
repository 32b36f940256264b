import { z } from 'zod';

/** Where the platform keeps what a person sent: a key is only good together with its message. */
export interface FileReference {
  readonly messageId: string;
  readonly type: 'image' | 'file';
  readonly key: string;
}

const referenceSchema = z
  .tuple([z.string().min(1), z.enum(['image', 'file']), z.string().min(1)])
  .transform(([messageId, type, key]): FileReference => ({ messageId, type, key }));

export function writeReference({ messageId, type, key }: FileReference): string {
  return `${messageId}/${type}/${key}`;
}

export function parseReference(reference: string): FileReference | undefined {
  return referenceSchema.safeParse(reference.split('/')).data;
}

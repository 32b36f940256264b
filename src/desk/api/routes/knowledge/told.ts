import { z } from 'zod';
import type { FileProblem } from '../../../../imports/index.ts';
import { say } from '../../../../messages.ts';
import type { DeskServices } from '../../services.ts';

/** Bytes of a file sent from the console, in base64 a third more. */
export const MOST_BYTES = 6 * 1024 * 1024;
export const fileSchema = z.base64().max(Math.ceil((MOST_BYTES * 4) / 3) + 4);
export const localeSchema = z.enum(['zh-CN', 'en']).default('zh-CN');

/** What is wrong with a file, and how to mend it. */
export const toldSchema = z.object({ message: z.string(), mend: z.string() });

export const decode = (content: string): Buffer => Buffer.from(content, 'base64');

export function tell({ messages }: DeskServices, reader: 'zh-CN' | 'en', { code, values }: FileProblem) {
  const key = `import.${code}`;
  const mend = messages[reader][`${key}_hint`] === undefined ? '' : say(messages, reader, `${key}_hint`, values);
  return { message: say(messages, reader, key, values), mend };
}

import { z } from 'zod';
import {
  type LeftWords,
  maskEmail,
  maskNumbersInText,
  maskPhone,
  readLeftWords,
  recordAccess,
} from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { findConversation, idParams } from './find-conversation.ts';

/** What the citizen left for staff while waiting; null where nothing was. */
export const leftSchema = z.object({ message: z.string().nullable(), contact: z.string().nullable() });

export function maskLeft({ message, contact }: LeftWords): z.input<typeof leftSchema> {
  const masked = contact?.includes('@') ? maskEmail(contact) : contact && maskPhone(contact);
  return { message: message === undefined ? null : maskNumbersInText(message), contact: masked ?? null };
}

const unmask = endpoint({
  method: 'POST',
  path: '/conversations/:id/unmask',
  action: 'conversation.unmask',
  summary: 'What the citizen left while waiting, as it is; who looked and why is recorded before it is shown',
  params: idParams,
  find: findConversation,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  response: leftSchema,
  handle: async ({ executor, actor, now, thing, body }) => {
    const access = { at: now.toISOString(), who: `staff:${actor.id}`, what: `conversation ${thing.id}` };
    await recordAccess(executor, { ...access, reason: body.reason.toWellFormed() });
    const subject = `conversation:${thing.id}`;
    await appendAudit(executor, { at: access.at, event: 'sensitive_read', actor: access.who, subject, detail: {} });
    const { message = null, contact = null } = await readLeftWords(executor, thing.id);
    return { message, contact };
  },
});

export const LEFT_WORDS_ENDPOINTS: readonly Endpoint[] = [unmask];

import type { DeskEvent } from '../../conversation/effect.ts';
import { actAsRequester } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import { openCaseHere } from './own-case.ts';

/** Writes the application anew for the authority an answer named, with the same text (711号令 art. 36(5)). */
export async function carryOver(context: EffectContext, number: string): Promise<DeskEvent> {
  const loaded = await openCaseHere(context, number);
  if (!loaded) return { kind: 'case_not_for_this', number };
  const { authority, contact, contactSource } = loaded.view.last.drafted?.fields ?? {};
  const acted = loaded.view.last.readdressed ? undefined : await actAsRequester(context, loaded, 'readdressed');
  if (acted?.done === false || authority === undefined) return { kind: 'case_not_for_this', number };
  return {
    kind: 'request_readdressed',
    number,
    authority: String(authority),
    contact: contact === undefined ? null : String(contact),
    contactSource: contactSource === undefined ? null : String(contactSource),
  };
}

import type { DeskEvent } from '../../conversation/effect.ts';
import { describeDocumentFile } from '../../documents/index.ts';
import { readDocuments } from '../../store/index.ts';
import { actAsRequester } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import { openCaseHere } from './own-case.ts';

/** Writes the application anew for the authority an answer named, with the same text and as a linked case (711号令 art. 36(5)). */
export async function carryOver(context: EffectContext, number: string): Promise<DeskEvent> {
  const loaded = await openCaseHere(context, number);
  if (!loaded) return { kind: 'case_not_for_this', number };
  const { authority, contact, contactSource } = loaded.view.last.drafted?.fields ?? {};
  if (authority === undefined) return { kind: 'case_not_for_this', number };
  const to = { authority: String(authority), ...(contact === undefined ? {} : { contact: String(contact) }) };
  const acted = loaded.view.last.readdressed ? undefined : await actAsRequester(context, loaded, 'readdressed', to);
  if (acted?.done === false) return { kind: 'case_not_for_this', number };
  const { linked } = (acted?.view ?? loaded.view).last.readdressed?.fields ?? {};
  const made = (await readDocuments(context.executor, number)).findLast(({ kind }) => kind === 'application');
  return {
    kind: 'request_readdressed',
    number,
    linked: linked === undefined ? null : String(linked),
    authority: String(authority),
    contact: contact === undefined ? null : String(contact),
    contactSource: contactSource === undefined ? null : String(contactSource),
    file: made ? describeDocumentFile(made) : null,
    url: context.pageUrl === undefined ? null : new URL('/documents', context.pageUrl).href,
  };
}

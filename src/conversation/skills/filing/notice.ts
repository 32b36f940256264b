import type { FormState } from '../../../requests/form/form-state.ts';
import type { TurnContext } from '../../skill.ts';

/** What a person must know before personal data are collected: who, why, what, how, how long, rights (个人信息保护法 art. 17). */
export function writeNotice(context: TurnContext): string {
  const { profile } = context.release.base;
  return context.say('file.question_consent', {
    authority: profile.name,
    office: profile.office.value,
    phone: profile.phone.value,
    asOf: profile.phone.asOf,
  });
}

/** Keeps with the draft the words that were agreed to just now, so that it can be shown later what they were. */
export function keepNotice(context: TurnContext, before: FormState, form: FormState): FormState {
  if (!form.consented || before.consented) return form;
  const notice = {
    version: context.say('file.notice_version'),
    text: writeNotice(context),
    at: context.now.toISOString(),
  };
  return { ...form, draft: { ...form.draft, notice } };
}

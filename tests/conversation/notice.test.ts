import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();

/** SHA-256 of the words of each version of the notice, in Chinese. Words changed need a version of their own. */
const VERSIONS: Readonly<Record<string, string>> = {
  '2026-11': '1628826b68ef804da3342650bdaa6a2054600c3a7bdeb7b526b3b857c9c6d447',
};

it('the notice before collecting is kept with the draft as it was agreed to, and its version names its words', () => {
  const talk = new Conversation(release);
  talk.say('我要申请');
  const shown = talk.say('沈信发〔2017〕3号文件');
  expect(talk.state.form?.draft.notice).toBeUndefined();
  talk.say('同意');
  const notice = talk.state.form?.draft.notice;
  expect(shown).toContain(notice?.text.split('\n')[1] ?? 'none');
  expect(notice?.at).toBe('2026-11-23T02:00:00.000Z');
  expect(
    createHash('sha256')
      .update(notice?.text ?? '')
      .digest('hex'),
  ).toBe(VERSIONS[notice?.version ?? '']);
});

import { expect, test } from 'vitest';
import { ANSWERS } from '../delivery/filing-answers.ts';
import { doseTimeout } from '../dose.ts';
import { pickNaughtyStrings } from '../naughty-strings.ts';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();
/** More answers than any form asks for: one that asks for ever is a mistake. */
const MOST_ANSWERS = 40;

/** Types a text wherever the form asks; where it is no answer, gives one that is. Returns what was said in reply. */
function fillWith(talk: Conversation, text: string): string[] {
  const replies = [talk.say('我要申请公开')];
  for (let count = 0; count < MOST_ANSWERS && talk.state.form && talk.state.form.step !== 'review'; count += 1) {
    const { step } = talk.state.form;
    replies.push(talk.say(text));
    if (talk.state.form?.step !== step) continue;
    // Small talk is answered in passing, and the question asked again; what was chosen before may offer other things.
    if (talk.labels[0]?.startsWith('继续')) replies.push(talk.press('继续'));
    const answer = step === 'delivery' ? `/${talk.state.choices[0]?.value}` : (ANSWERS[step] ?? `no answer to ${step}`);
    replies.push(answer.startsWith('/') ? talk.press(answer.slice(1)) : talk.say(answer));
  }
  return replies;
}

test('texts known to break programs are taken or refused with a word by every question of the form', {
  timeout: doseTimeout(60),
}, () => {
  const wrong: string[] = [];
  // A number alone chooses what is offered under it: going back, a pause, a person.
  for (const text of pickNaughtyStrings().filter((each) => !/^0?\d$/u.test(each))) {
    const talk = new Conversation(release);
    const replies = fillWith(talk, text);
    const silent = replies.some((reply) => reply.trim() === '');
    const leaking = replies.some((reply) => /\[object |undefined|NaN/u.test(reply.replaceAll(text.trim(), '')));
    const stuck = talk.state.form !== null && talk.state.form.step !== 'review';
    if (silent || leaking || stuck)
      wrong.push(`${JSON.stringify(text)}: ${JSON.stringify({ silent, leaking, stuck })}`);
  }
  expect(wrong).toEqual([]);
});

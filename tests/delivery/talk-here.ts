import type { InboundBody } from '../../src/channel/message.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { Store } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';
import { message, openScripted } from './desk-under-test.ts';

export const release = openRelease();
let messages = 0;

/** The desk as it is, over a store: says something, or taps a button by its value after `tap:`. */
export function talkTo(store: Store, now: () => Date = () => NOW) {
  const desk = openScripted(store, { turn, release: () => release, now });
  return (said: string, conversation = 'c1') => {
    messages += 1;
    const body: InboundBody = said.startsWith('tap:')
      ? { kind: 'choice', value: said.slice('tap:'.length) }
      : { kind: 'text', text: said };
    return desk.receive(message(`m${messages}`, body, conversation));
  };
}

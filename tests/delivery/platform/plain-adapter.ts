import type { Dispatch, PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import { type Capabilities, PLAIN_CAPABILITIES } from '../../../src/channel/capabilities.ts';
import type { Inbound } from '../../../src/channel/message.ts';

/** An adapter without a platform: keeps what it is told to send, and answers as it is told to. */
export interface PlainAdapter extends PlatformAdapter {
  readonly sent: readonly Dispatch[];
  /** Everything it was asked to send, whatever came of it. */
  readonly tried: readonly Dispatch[];
  readonly texts: () => string[];
  /** What the next sends come to, in order; afterwards everything is sent. */
  readonly answerNext: (...answers: (Sent | Error)[]) => void;
  /** What `read` makes of any delivery. */
  readonly nextReading: (reading: Reading) => void;
}

export function createPlainAdapter(capabilities: Partial<Capabilities> = {}): PlainAdapter {
  const sent: Dispatch[] = [];
  const tried: Dispatch[] = [];
  const answers: (Sent | Error)[] = [];
  let reading: Reading = { kind: 'refused', why: 'nothing expected', answer: new Response(null, { status: 401 }) };
  return {
    name: 'plain',
    capabilities: { ...PLAIN_CAPABILITIES, ...capabilities },
    sent,
    tried,
    texts: () => sent.map(({ part }) => part.text),
    answerNext: (...next) => void answers.push(...next),
    nextReading: (next) => {
      reading = next;
    },
    read: async () => reading,
    send: async (dispatch) => {
      tried.push(dispatch);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer && answer.kind !== 'sent') return answer;
      sent.push(dispatch);
      return { kind: 'sent', platformId: null };
    },
    stop: async () => {},
  };
}

/** A reading of these messages, answered with 200. */
export function readingOf(...messages: Inbound[]): Extract<Reading, { kind: 'messages' }> {
  return { kind: 'messages', messages, answer: new Response('ok') };
}

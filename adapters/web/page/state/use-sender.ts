import { type Dispatch, useEffect, useRef, useState } from 'react';
import { sendMessage } from './chat-client.ts';
import type { Pending, TranscriptAction } from './transcript.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends what waits, one message at a time and in order, until each is taken or refused. `nudge` (any change of it)
 * tries at once. Tells whether the desk asked for a slower pace.
 */
export function useSender(
  conversation: string,
  pending: readonly Pending[],
  dispatch: Dispatch<TranscriptAction>,
  locale: string,
  nudge: unknown,
): { readonly tooFast: boolean } {
  const [tooFast, setTooFast] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const wait = useRef(FIRST_WAIT_MS);
  const sending = pending.some((one) => one.state === 'sending');
  const next = pending.find((one) => one.state === 'waiting');
  const hold = useRef(false);

  // `nudge` and `attempt` are reasons to try again
  useEffect(() => {
    if (sending || hold.current || next === undefined) return;
    dispatch({ do: 'mark', id: next.id, state: 'sending' });
    void sendMessage(conversation, next, locale).then((sent) => {
      if (sent.kind === 'later') {
        hold.current = true;
        setTooFast(sent.tooFast);
        dispatch({ do: 'mark', id: next.id, state: 'waiting' });
        window.setTimeout(() => {
          hold.current = false;
          setAttempt((count) => count + 1);
        }, sent.afterMs ?? wait.current);
        wait.current = Math.min(wait.current * 2, LONGEST_WAIT_MS);
        return;
      }
      wait.current = FIRST_WAIT_MS;
      setTooFast(false);
      if (sent.kind === 'refused') dispatch({ do: 'mark', id: next.id, state: 'refused', reason: sent.reason });
      else dispatch({ do: 'taken', id: next.id, replies: sent.replies });
    });
  }, [conversation, next?.id, sending, attempt, nudge]);

  useEffect(() => {
    // A nudge (back online, "retry now") ends a pause early.
    void nudge;
    hold.current = false;
    setAttempt((count) => count + 1);
  }, [nudge]);
  return { tooFast };
}

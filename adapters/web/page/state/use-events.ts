import { useCallback, useEffect, useRef, useState } from 'react';
import type { WebLine } from '../../render.ts';
import { openEvents, readLines } from './chat-client.ts';

export type Connection = 'loading' | 'open' | 'lost';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Reads the conversation, then follows it, over every kind of interruption. The browser reconnects a cut stream itself;
 * only when it gives up (the server answered with an error) does this start over, from the last line seen.
 */
export function useEvents(
  conversation: string,
  lastSeq: number,
  onLines: (lines: readonly WebLine[]) => void,
): { readonly connection: Connection; readonly reconnect: () => void } {
  const [connection, setConnection] = useState<Connection>('loading');
  const [attempt, setAttempt] = useState(0);
  const seen = useRef(lastSeq);
  seen.current = lastSeq;
  const waits = useRef(FIRST_WAIT_MS);

  // `attempt` starts it over; onLines is a stable dispatcher
  useEffect(() => {
    let left = false;
    let events: EventSource | undefined;
    let timer = 0;
    const tryLater = (): void => {
      if (left) return;
      setConnection('lost');
      timer = window.setTimeout(() => setAttempt((count) => count + 1), waits.current);
      waits.current = Math.min(waits.current * 2, LONGEST_WAIT_MS);
    };
    readLines(conversation, seen.current).then((lines) => {
      if (left) return;
      onLines(lines);
      setConnection('open');
      events = openEvents(conversation, lines.at(-1)?.seq ?? seen.current, {
        onLine: (line) => onLines([line]),
        onOpen: () => {
          waits.current = FIRST_WAIT_MS;
          setConnection('open');
        },
        onLost: () => {
          if (events?.readyState === EventSource.CLOSED) tryLater();
          else setConnection('lost');
        },
      });
    }, tryLater);
    return () => {
      left = true;
      window.clearTimeout(timer);
      events?.close();
    };
  }, [conversation, attempt]);

  const reconnect = useCallback(() => {
    waits.current = FIRST_WAIT_MS;
    setAttempt((count) => count + 1);
  }, []);
  return { connection, reconnect };
}

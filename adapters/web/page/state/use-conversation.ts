import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Choice } from '../../../../src/channel/message.ts';
import type { PageLocale } from '../texts.ts';
import { sendFile } from './chat-client.ts';
import { takeHandOver } from './hand-over.ts';
import { makeId } from './make-id.ts';
import { lasting, passing } from './memory.ts';
import { EMPTY, type Pending, reduceTranscript, type Transcript } from './transcript.ts';
import { type Connection, useEvents } from './use-events.ts';
import { useOnline } from './use-online.ts';
import { useSender } from './use-sender.ts';

export interface Conversation {
  readonly transcript: Transcript;
  readonly connection: Connection | 'offline';
  readonly tooFast: boolean;
  readonly sayText: (text: string) => void;
  readonly choose: (choice: Choice) => void;
  readonly sendAgain: (pending: Pending) => void;
  readonly takeBack: (pending: Pending) => void;
  readonly sendFile: (file: File) => Promise<string | null>;
  readonly retryNow: () => void;
  readonly startOver: () => void;
}

/** Read once, before anything is shown: a filing begun in a chat goes on in a conversation of its own. */
const handOver = takeHandOver();

function openConversation(taken = handOver): string {
  const known = taken === null ? lasting.read('conversation') : null;
  if (known !== null && /^[A-Za-z0-9_-]{8,64}$/u.test(known)) return known;
  const made = makeId();
  lasting.write('conversation', made);
  return made;
}

function restorePending(): Transcript {
  if (handOver !== null) {
    const body = { choice: `hand-over/${handOver}` };
    return { lines: [], pending: [{ id: makeId(), label: '…', body, state: 'waiting' }] };
  }
  try {
    const kept: Pending[] = JSON.parse(passing.read('pending') ?? '[]');
    return { lines: [], pending: kept.map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one)) };
  } catch {
    return EMPTY;
  }
}

/** One conversation with the desk: what was said, what is on its way, and how well the line holds. */
export function useConversation(locale: PageLocale): Conversation {
  const [conversation, setConversation] = useState(() => openConversation());
  const [transcript, dispatch] = useReducer(reduceTranscript, EMPTY, restorePending);
  const [nudge, setNudge] = useState(0);

  const { connection, reconnect } = useEvents(conversation, transcript.lines.at(-1)?.seq ?? 0, (lines) =>
    dispatch({ do: 'lines', lines }),
  );
  const nudgeSender = useCallback(() => setNudge((count) => count + 1), []);
  const retryNow = useCallback(() => {
    reconnect();
    nudgeSender();
  }, [reconnect, nudgeSender]);
  // A stream that slept through a change of network looks open and is dead: coming back always opens a new one.
  const online = useOnline(retryNow);
  const { tooFast } = useSender(conversation, transcript.pending, dispatch, locale, nudge);

  useEffect(() => {
    passing.write('pending', transcript.pending.length > 0 ? JSON.stringify(transcript.pending) : null);
  }, [transcript.pending]);

  const say = (label: string, body: Pending['body']): void =>
    dispatch({ do: 'say', pending: { id: makeId(), label, body, state: 'waiting' } });
  return {
    transcript,
    connection: online ? connection : 'offline',
    tooFast,
    sayText: (text) => say(text, { text }),
    choose: (choice) => say(choice.label, { choice: choice.value }),
    sendAgain: (pending) => dispatch({ do: 'mark', id: pending.id, state: 'waiting' }),
    takeBack: (pending) => dispatch({ do: 'drop', id: pending.id }),
    sendFile: (file) => sendFile(conversation, file, locale),
    retryNow,
    startOver: () => {
      lasting.write('conversation', null);
      passing.write('draft', null);
      dispatch({ do: 'clear' });
      setConversation(openConversation(null));
    },
  };
}

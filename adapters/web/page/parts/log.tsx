import { useEffect, useRef } from 'react';
import type { Choice } from '../../../../src/channel/message.ts';
import { useSay } from '../state/speaking.ts';
import { groupLines, type Pending, type Transcript } from '../state/transcript.ts';
import { Message } from './message.tsx';
import { PendingMessage } from './pending-message.tsx';

interface LogProps {
  readonly transcript: Transcript;
  readonly loading: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onSendAgain: (pending: Pending) => void;
  readonly onEdit: (pending: Pending) => void;
}

/** Scrolls the newest exchange to where reading begins: at the person's own line, not at the end of a long answer. */
function useReadingPlace(transcript: Transcript) {
  const list = useRef<HTMLOListElement>(null);
  const { lines, pending } = transcript;
  const newest = `${lines.at(-1)?.seq}/${pending.at(-1)?.id}`;
  // Runs whenever something was added
  useEffect(() => {
    const said = list.current?.querySelectorAll<HTMLElement>('.group-citizen');
    said?.[said.length - 1]?.scrollIntoView({ block: 'start' });
    // The button pressed last is gone: keep the keyboard's place by moving to what came of it.
    if (document.activeElement === document.body) {
      list.current?.querySelector<HTMLElement>(':scope > :last-child')?.focus({ preventScroll: true });
    }
  }, [newest]);
  return list;
}

/** The conversation, as a live log for screen readers. */
export function Log({ transcript, loading, onChoose, onSendAgain, onEdit }: LogProps) {
  const say = useSay();
  const list = useReadingPlace(transcript);
  const { lines, pending } = transcript;
  const groups = groupLines(lines);
  const thinking = pending.some((one) => one.state === 'sending');
  return (
    <div className="log" role="log" aria-live="polite" aria-label={say('log_label')} aria-busy={loading}>
      <ol ref={list}>
        {groups.map((group, index) => (
          <li key={group[0]?.seq} className={`group group-${group[0]?.from}`} tabIndex={-1}>
            <p className="speaker">{say(group[0]?.from === 'citizen' ? 'you' : (group[0]?.from ?? 'desk'))}</p>
            {group.map((line) => (
              <Message
                key={line.seq}
                line={line}
                current={index === groups.length - 1 && line === group.at(-1) && pending.length === 0}
                onChoose={onChoose}
              />
            ))}
          </li>
        ))}
        {pending.map((one) => (
          <PendingMessage key={one.id} pending={one} onSendAgain={onSendAgain} onEdit={onEdit} />
        ))}
      </ol>
      {thinking && <p className="thinking">{say('thinking')}</p>}
    </div>
  );
}

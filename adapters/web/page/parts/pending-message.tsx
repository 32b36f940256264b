import { useSay } from '../state/speaking.ts';
import type { Pending } from '../state/transcript.ts';

interface PendingProps {
  readonly pending: Pending;
  readonly onSendAgain: (pending: Pending) => void;
  readonly onEdit: (pending: Pending) => void;
}

/** A message not yet stored by the desk, with what can be done when it was refused. */
export function PendingMessage({ pending, onSendAgain, onEdit }: PendingProps) {
  const say = useSay();
  return (
    <li className="group group-citizen" tabIndex={-1}>
      <p className="speaker">{say('you')}</p>
      <div className={`message message-text message-${pending.state}`}>
        <p>{pending.label}</p>
      </div>
      {pending.state === 'waiting' && <p className="message-note">{say('waiting')}</p>}
      {pending.state === 'refused' && (
        <div className="message-note" role="alert">
          <p>{`${say('message_failed')} ${pending.reason ?? ''}`}</p>
          <button type="button" className="button" onClick={() => onEdit(pending)}>
            {say('message_failed_edit')}
          </button>
          <button type="button" className="button" onClick={() => onSendAgain(pending)}>
            {say('message_failed_retry')}
          </button>
        </div>
      )}
    </li>
  );
}

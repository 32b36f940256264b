import { useEffect, useState } from 'react';
import { useSay } from '../state/speaking.ts';
import type { Conversation } from '../state/use-conversation.ts';

/** A cut this short is mended before anyone needs to know. */
const QUIET_MS = 1_500;

/** Says when the line is down and that nothing is lost. Always present, so that screen readers hear the change. */
export function ConnectionBanner({ conversation }: { readonly conversation: Conversation }) {
  const say = useSay();
  const { connection, tooFast, retryNow } = conversation;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (connection !== 'lost') {
      setShown(connection === 'offline');
      return undefined;
    }
    const timer = window.setTimeout(() => setShown(true), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [connection]);
  const text = shown ? say(connection === 'offline' ? 'offline' : 'reconnecting') : tooFast ? say('too_fast') : '';
  return (
    <div className="banner" role="status">
      {text !== '' && <p>{text}</p>}
      {shown && connection === 'lost' && (
        <button type="button" className="button" onClick={retryNow}>
          {say('retry_now')}
        </button>
      )}
    </div>
  );
}

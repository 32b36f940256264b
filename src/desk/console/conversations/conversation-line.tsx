import { Link } from 'react-router';
import type { Conversation } from '../api/queries.ts';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

/** A conversation in a list: since when, on what channel, and what was said last. */
export function ConversationLine({ conversation }: { readonly conversation: Conversation }) {
  const say = useSay();
  const { id, channel, joinedAt, lastLine } = conversation;
  return (
    <Link to={`/conversations/${id}`} className="conversation-line">
      <span className="conversation-head">
        {say('conversation_number', { id })} · {nameOf(say, 'channel', channel)} · {writeMoment(joinedAt)}
      </span>
      {lastLine && <span className="conversation-last">{lastLine.text}</span>}
    </Link>
  );
}

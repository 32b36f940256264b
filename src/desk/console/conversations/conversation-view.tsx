import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useParams } from 'react-router';
import { conversationQuery, directoryQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { Others } from '../live/others.tsx';
import { usePresence } from '../live/use-presence.ts';
import { nameOf, useSay } from '../texts.ts';
import { ConversationActions } from './conversation-actions.tsx';
import { HeldReplies } from './held-replies.tsx';
import { LeftWords } from './left-words.tsx';
import { Line } from './line.tsx';
import { NoteBox } from './note-box.tsx';
import { ReplyBox } from './reply-box.tsx';

/** One conversation: what was said, by whom, whether it arrived; colleagues' notes; and what can be done now. */
export function ConversationView({ staff, may }: Pick<PageProps, 'staff' | 'may'>) {
  const say = useSay();
  const id = Number(useParams().id);
  const { data: conversation, error } = useQuery(conversationQuery(id));
  const { data: directory } = useQuery(directoryQuery);
  const { others, onType } = usePresence({ conversation: id });
  const nameStaff = (who: number | null) => directory?.staff.find((each) => each.id === who)?.name ?? say('colleague');
  if (!conversation) return <Failure error={error} />;
  const mine = conversation.state === 'open' && conversation.claimedBy === staff.id;
  return (
    <Card
      title={`${say('conversation_number', { id })} · ${nameOf(say, 'channel', conversation.channel)}`}
      className="conversation"
    >
      <p>
        {conversation.claimedBy === null
          ? nameOf(say, 'conversation', conversation.state)
          : say('looked_after', { name: nameStaff(conversation.claimedBy) })}
      </p>
      {conversation.returnedAt && (
        <p>
          {say('returned', { at: writeMoment(conversation.returnedAt), name: nameStaff(conversation.returnedFrom) })}
        </p>
      )}
      <Others others={others} />
      <LeftWords id={id} left={conversation.left} />
      <Failure error={error} />
      <div role="log" aria-label={say('what_was_said')}>
        <ol className="lines">
          {conversation.lines.map((line) => (
            <Line
              key={line.seq}
              id={id}
              line={line}
              author={line.from === 'staff' ? nameStaff(line.writtenBy) : say(`from_${line.from}`)}
              mayCorrect={mine && line.correctable && line.writtenBy === staff.id}
            />
          ))}
        </ol>
      </div>
      {mine ? (
        <ReplyBox key={id} id={id} held={conversation.held} onType={onType} />
      ) : (
        <HeldReplies id={id} held={conversation.held} onUndone={() => undefined} />
      )}
      <ConversationActions conversation={conversation} staff={staff} may={may} directory={directory} />
      <h2>{say('notes')}</h2>
      <ul className="plain">
        {conversation.notes.map((note) => (
          <li key={note.id}>
            {note.text}{' '}
            <small>
              {nameStaff(note.writtenBy)} · {writeMoment(note.at)}
            </small>
          </li>
        ))}
      </ul>
      <NoteBox id={id} />
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answersQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

/** Answers that wait for somebody's approval, first come first. */
export function AnswerList() {
  const say = useSay();
  const { data, error } = useQuery(answersQuery);
  return (
    <>
      <p className="hint">{say('answers_about')}</p>
      <Failure error={error} />
      {data?.answers.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {(data?.answers ?? []).map(({ id, channel, heldAt, question, title }) => (
          <li key={id}>
            <Link to={`/conversations/answers/${id}`} className="conversation-line">
              <span className="conversation-head">
                {say('answer_number', { id })} · {nameOf(say, 'channel', channel)} · {writeMoment(heldAt)}
              </span>
              <span className="conversation-last">{question ?? title ?? say('answer_button')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { Failure } from '../common/failure.tsx';
import { writeDay } from '../common/write-time.ts';
import { draftsQuery, dueQuery, unansweredQuery } from '../knowledge/queries.ts';
import { useSay } from '../texts.ts';

/** Lines shown of a list; the rest is on its own page. */
const SHOWN = 8;

/** What editors of the knowledge find to do today: reviews that are due, rules that end, drafts to look at, misses. */
export function DueEntries({ locale }: { readonly locale: string }) {
  const say = useSay();
  const due = useQuery(dueQuery);
  const drafts = useQuery(draftsQuery(false));
  const misses = useQuery(unansweredQuery(7, false));
  const entries = due.data?.due ?? [];
  const waiting = (drafts.data?.drafts ?? []).filter(({ state }) => state === 'review' || state === 'approved');
  return (
    <>
      <Card title={`${say('knowledge_due')}（${entries.length}）`}>
        <Failure error={due.error} />
        {due.data && entries.length === 0 && <p>{say('none')}</p>}
        <ul className="plain">
          {entries.slice(0, SHOWN).map(({ id, path, title, why, on, overdue }) => (
            <li key={`${path}#${id}#${why}`}>
              {title} ·{' '}
              {say(overdue ? `knowledge_${why}_late` : `knowledge_${why}_soon`, { day: writeDay(on, locale) })}
            </li>
          ))}
        </ul>
        <Link to="/knowledge/entries">{say('knowledge_entries')}</Link>
      </Card>
      <Card title={`${say('drafts_waiting')}（${waiting.length}）`}>
        <Failure error={drafts.error} />
        {drafts.data && waiting.length === 0 && <p>{say('none')}</p>}
        <ul className="plain">
          {waiting.slice(0, SHOWN).map(({ id, title, state, changedBy }) => (
            <li key={id}>
              <Link to={`/knowledge/drafts/${id}`}>{title}</Link> · {say(`draft_${state}`)} · {changedBy}
            </li>
          ))}
        </ul>
        <p>
          <Link to="/knowledge">{say('misses_this_week', { asked: misses.data?.asked ?? 0 })}</Link>
        </p>
      </Card>
    </>
  );
}

import { Tag } from 'antd';
import type { ListedRequest } from '../api/queries.ts';
import { readToday, writeDay } from '../common/write-time.ts';
import { useSay } from '../texts.ts';

interface DueTagProps {
  readonly request: Pick<ListedRequest, 'dueOn' | 'dueProvisional' | 'state'> & {
    readonly workdaysLeft?: number | null;
  };
  readonly locale: string;
}

/** The day an answer is due, in words as well as colour. */
export function DueTag({ request, locale }: DueTagProps) {
  const say = useSay();
  const { dueOn, dueProvisional, state, workdaysLeft: left = null } = request;
  if (dueOn === null) return state === 'filed' ? <Tag className="tag-warn">{say('not_confirmed')}</Tag> : null;
  const today = readToday();
  const late = dueOn < today;
  return (
    <Tag className={late ? 'tag-late' : dueOn === today ? 'tag-warn' : ''}>
      {say(late ? 'overdue_since' : 'due_on', { day: writeDay(dueOn, locale) })}
      {dueProvisional && say('provisional')}
      {left !== null && ` · ${say(left < 0 ? 'workdays_over' : 'workdays_left', { count: Math.abs(left) })}`}
    </Tag>
  );
}

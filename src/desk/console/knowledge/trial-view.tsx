import { Alert, Tag } from 'antd';
import { WideTable } from '../common/wide-table.tsx';
import { nameOf, useSay } from '../texts.ts';
import type { Trial } from './queries.ts';

type Row = Trial['rows'][number];
type Reply = Row['before'];

const CHANGES = ['vanished', 'changed', 'appeared', 'reworded', 'confidence', 'same'] as const;

function ReplyCell({ reply }: { readonly reply: Reply }) {
  const say = useSay();
  const sure = say('confidence_of', { percent: Math.round(reply.confidence * 100) });
  return (
    <>
      {nameOf(say, 'reply', reply.kind)} {reply.id} · {sure}
    </>
  );
}

/** What becomes of every test question: what got worse first, then what vanishes, changes, appears. */
export function TrialView({ trial }: { readonly trial: Trial }) {
  const say = useSay();
  const counts = CHANGES.map((change) => `${say(`trial_${change}`)} ${trial.counts[change] ?? 0}`).join(say('comma'));
  return (
    <div>
      {trial.problems.map(({ file, line, message, mend }) => (
        <Alert
          key={`${file}:${line}:${message}`}
          type="error"
          title={`${file}:${line} ${message}`}
          description={mend}
        />
      ))}
      {trial.problems.length === 0 && (
        <Alert
          type={trial.regressions > 0 ? 'warning' : 'info'}
          role="status"
          title={say(trial.regressions > 0 ? 'trial_worse' : 'trial_good', {
            asked: trial.asked ?? 0,
            worse: trial.regressions,
          })}
          description={counts}
        />
      )}
      {trial.rows.length > 0 && (
        <WideTable<Row>
          label={say('trial')}
          rowKey="question"
          dataSource={trial.rows}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { title: say('question'), dataIndex: 'question' },
            {
              title: say('trial_change'),
              key: 'change',
              render: (_, { change, regression }) => (
                <>
                  {say(`trial_${change}`)} {regression && <Tag className="tag-late">{say('trial_is_worse')}</Tag>}
                </>
              ),
            },
            { title: say('trial_before'), key: 'before', render: (_, { before }) => <ReplyCell reply={before} /> },
            { title: say('trial_after'), key: 'after', render: (_, { after }) => <ReplyCell reply={after} /> },
          ]}
        />
      )}
    </div>
  );
}

import { Button, Card, Checkbox, Form, Input } from 'antd';
import type { Hours } from '../api/queries.ts';
import { writeDay } from '../common/write-time.ts';
import { type Say, useSay } from '../texts.ts';
import { Exceptions } from './exceptions.tsx';
import { Intervals } from './intervals.tsx';

type Next = Hours['teams'][number]['next'];

function describeNext(say: Say, next: Next, locale: string): string {
  if (next === null) return say('hours_never');
  return next.open ? say('hours_next_open') : say('hours_next', { day: writeDay(next.day, locale), from: next.from });
}

interface TeamCardProps {
  /** Its place in the form's list. */
  readonly place: number;
  readonly title: string;
  /** What people are told of it as it is saved; undefined for one that is not yet. */
  readonly next: Next | undefined;
  readonly locale: string;
  /** Left out where it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

/** One team's hours in the form. */
export function TeamCard({ place, title, next, locale, onRemove }: TeamCardProps) {
  const say = useSay();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Card
      title={title}
      className="team"
      extra={
        onRemove && (
          <Button danger onClick={onRemove}>
            {say('team_remove')}
          </Button>
        )
      }
    >
      {next !== undefined && <p>{describeNext(say, next, locale)}</p>}
      <Form.Item name={[place, 'name']} label={say('team_name')} rules={[...needed, { min: 2 }]}>
        <Input maxLength={60} list="units" />
      </Form.Item>
      <Form.Item
        name={[place, 'days']}
        label={say('team_days')}
        // `required` would put an attribute on the group that its role does not have.
        rules={[{ type: 'array', min: 1, message: say('needed') }]}
      >
        <Checkbox.Group options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: say(`weekday_${value}`) }))} />
      </Form.Item>
      <fieldset>
        <legend>{say('team_intervals')}</legend>
        <Intervals name={[place, 'intervals']} />
      </fieldset>
      <Exceptions team={place} />
    </Card>
  );
}

import { Button, Form, Input } from 'antd';
import { useSay } from '../texts.ts';
import { Intervals } from './intervals.tsx';

/** Days on which a team keeps other hours, or none. */
export function Exceptions({ team }: { readonly team: number }) {
  const say = useSay();
  return (
    <Form.List name={[team, 'exceptions']}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('team_exceptions')}</legend>
          <p className="hint">{say('team_exceptions_about')}</p>
          {fields.map((field) => (
            <div key={field.key} className="exception">
              <div className="form-row">
                <Form.Item
                  name={[field.name, 'from']}
                  label={say('exception_from')}
                  rules={[{ required: true, message: say('needed') }]}
                >
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[field.name, 'to']} label={say('exception_to')}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[field.name, 'why']} label={say('exception_why')} rules={[{ min: 2 }]}>
                  <Input maxLength={100} />
                </Form.Item>
                <Button onClick={() => remove(field.name)}>{say('remove')}</Button>
              </div>
              <Intervals name={[field.name, 'intervals']} />
            </div>
          ))}
          <Button onClick={() => add({ intervals: [] })}>{say('exception_add')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

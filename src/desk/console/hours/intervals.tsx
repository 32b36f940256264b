import { Button, Form, Input } from 'antd';
import { useSay } from '../texts.ts';

interface IntervalsProps {
  /** Where the list stands: from the list of teams, or from the list it is in. */
  readonly name: readonly (string | number)[];
}

/** The hours of a day: as many pieces as there are breaks. */
export function Intervals({ name }: IntervalsProps) {
  const say = useSay();
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form.List name={[...name]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className="form-row">
              <Form.Item name={[field.name, 'from']} label={say('time_from')} rules={needed}>
                <Input type="time" />
              </Form.Item>
              <Form.Item name={[field.name, 'to']} label={say('time_to')} rules={needed}>
                <Input type="time" />
              </Form.Item>
              <Button onClick={() => remove(field.name)}>{say('remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add({ from: '', to: '' })}>{say('interval_add')}</Button>
        </>
      )}
    </Form.List>
  );
}

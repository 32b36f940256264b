import { Form, Input, InputNumber, Select } from 'antd';
import type { CaseAction } from '../api/queries.ts';
import { type ConsoleLocale, useSay } from '../texts.ts';

type Field = CaseAction['fields'][number];

/** The control for a field's type; days are typed or picked with the browser's own picker. */
function controlFor({ type, choices, most }: Field, locale: ConsoleLocale) {
  if (choices.length > 0) {
    const options = choices.map(({ id, title, en }) => ({ value: id, label: locale === 'en' ? en : title }));
    return <Select options={options} allowClear showSearch={{ optionFilterProp: 'label' }} />;
  }
  if (type === 'day' || type === 'coming_day' || type === 'any_day') return <Input type="date" />;
  if (type === 'count' || type === 'amount')
    return <InputNumber min={1} {...(most === undefined ? {} : { max: most })} precision={0} />;
  if (type === 'unit') return <Input maxLength={60} />;
  return <Input.TextArea rows={3} maxLength={5000} />;
}

/** One field of an action, as the table of the regime names it. */
export function ActionField({ field, locale }: { readonly field: Field; readonly locale: ConsoleLocale }) {
  const say = useSay();
  return (
    <Form.Item
      name={field.id}
      label={locale === 'en' ? field.en : field.title}
      rules={field.required ? [{ required: true, message: say('needed') }] : []}
    >
      {controlFor(field, locale)}
    </Form.Item>
  );
}

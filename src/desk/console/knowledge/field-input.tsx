import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { nameOf, type Say, useSay } from '../texts.ts';
import type { Field } from './fields.ts';

interface FieldInputProps {
  readonly field: Field;
  /** Where its value stands in the form. */
  readonly name: readonly (string | number)[];
  /** The same from the nearest list, which the library wants of what stands in one. */
  readonly within: readonly (string | number)[];
  /** What does not hold, by field as `versions.0.from`. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Key of a field's label. */
const labelOf = ({ name, label = name }: Field) => `field_${label}`;
/** The help of a field, where there is one. */
function hintOf(say: Say, field: Field): string | undefined {
  const key = `${labelOf(field)}_hint`;
  const hint = say(key);
  return hint === key ? undefined : hint;
}
const split = (text: string) => text.split('\n');

/** A text among the parts of a document. */
const PARAGRAPH: Field = { name: 'part_text', kind: 'area', rows: 5 };

function ListInput({ field, name, within, faults }: FieldInputProps) {
  const say = useSay();
  const form = Form.useFormInstance();
  const title = say(labelOf(field));
  const { kind, fields = [], named = [], begin = {}, fixed = false } = field;
  /** What a member is called: by what it says of itself, else by its number. */
  const call = (index: number) => {
    const words = named.map((each) => form.getFieldValue([...name, index, each])).filter(Boolean);
    return words.length > 0
      ? words.map((word) => nameOf(say, 'choice', String(word))).join(' ')
      : `${title} ${index + 1}`;
  };
  return (
    <fieldset className="list-field">
      <legend>{title}</legend>
      <p className="about">{faults.get(name.join('.')) ?? hintOf(say, field)}</p>
      <Form.List name={[...within]}>
        {(members, { add, remove }) => (
          <>
            {members.map(({ key, name: index }) =>
              kind === 'parts' && typeof form.getFieldValue([...name, index]) === 'string' ? (
                <FieldInput key={key} field={PARAGRAPH} name={[...name, index]} within={[index]} faults={faults} />
              ) : (
                <fieldset key={key} className="member">
                  <legend>{call(index)}</legend>
                  {fields.map((each) => (
                    <FieldInput
                      key={each.name}
                      field={each}
                      name={[...name, index, each.name]}
                      within={[index, each.name]}
                      faults={faults}
                    />
                  ))}
                  {!fixed && (
                    <Button onClick={() => remove(index)}>{say('member_remove', { title, number: index + 1 })}</Button>
                  )}
                </fieldset>
              ),
            )}
            {!fixed && (
              <Button onClick={() => add(kind === 'parts' ? '' : { ...begin })}>{say('member_add', { title })}</Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Control({ field, ...given }: { field: Field; id?: string }) {
  const say = useSay();
  const { kind, choices, rows = 3 } = field;
  const label = say(labelOf(field));
  if (kind === 'area') return <Input.TextArea rows={rows} {...given} />;
  if (kind === 'lines') return <Input.TextArea rows={5} {...given} />;
  if (kind === 'day') return <Input type="date" {...given} />;
  if (kind === 'share') return <InputNumber min={0.01} max={1} step={0.05} {...given} />;
  if (kind === 'number') return <InputNumber min={0} precision={0} {...given} />;
  if (kind !== 'choice' && kind !== 'choices') return <Input {...given} />;
  const options = choices?.map((value) => ({ value, label: nameOf(say, 'choice', value) })) ?? [];
  // With a list that opens, the key that leaves it would choose once more.
  if (kind === 'choices') return <Checkbox.Group role="group" aria-label={label} options={options} {...given} />;
  return <Select allowClear aria-label={label} options={options} {...given} />;
}

/** One field with its label, its help and what does not hold in it. */
export function FieldInput(props: FieldInputProps) {
  const { field, name, within, faults } = props;
  const say = useSay();
  const form = Form.useFormInstance();
  if (field.held && form.getFieldValue([...name]) === undefined) return null;
  if (field.kind === 'list' || field.kind === 'parts') return <ListInput {...props} />;
  if (field.kind === 'group') {
    return (
      <fieldset className="list-field">
        <legend>{say(labelOf(field))}</legend>
        {field.fields?.map((each) => (
          <FieldInput
            key={each.name}
            field={each}
            name={[...name, each.name]}
            within={[...within, each.name]}
            faults={faults}
          />
        ))}
      </fieldset>
    );
  }
  const path = name.join('.');
  const fault =
    faults.get(path) ??
    [...faults].find(([at]) => (field.kind === 'lines' || field.kind === 'choices') && at.startsWith(`${path}.`))?.[1];
  const hint = hintOf(say, field);
  const many =
    field.kind === 'lines'
      ? {
          getValueProps: (value: unknown) => ({ value: Array.isArray(value) ? value.join('\n') : '' }),
          normalize: split,
        }
      : {};
  return (
    <Form.Item
      label={say(labelOf(field))}
      name={[...within]}
      {...many}
      {...(hint === undefined ? {} : { extra: hint })}
      {...(fault ? { validateStatus: 'error' as const, help: fault } : {})}
    >
      <Control field={field} />
    </Form.Item>
  );
}

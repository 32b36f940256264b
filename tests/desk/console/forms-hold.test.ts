import { describe, expect, test } from 'vitest';
import { type Field, fitsForm, layOverData } from '../../../src/desk/console/knowledge/fields.ts';
import { findForm } from '../../../src/desk/console/knowledge/file-forms.ts';
import { readCurrent } from '../../../src/desk/drafts/index.ts';
import { listEntries, readData } from '../../../src/knowledge/edit/index.ts';
import { readTree } from '../../../src/knowledge/index.ts';
import { messages } from '../../adapters/web/project.ts';
import { SHIPPED } from '../api/try-here.ts';

const tree = readTree(SHIPPED);
const edited = listEntries(tree, messages).flatMap(({ path, list, id }) => {
  const fields = findForm({ path, list });
  if (!fields) return [];
  const entry = list === null ? null : id;
  return [{ name: `${path} ${id}`, path, fields, data: readData(readCurrent(tree, { path, list, entry })) ?? {} }];
});

/** Every field of a form, those within groups and lists too. */
function listFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...listFields(field.fields ?? [])]);
}

describe('a form', () => {
  test('shows every entry and file of its kind as it is shipped', () => {
    const kinds = new Set(
      edited.map(({ path }) =>
        path
          .split('/')
          .slice(2)
          .join('/')
          .replace(/[\w-]+\.yaml$/u, ''),
      ),
    );
    expect([...kinds].toSorted()).toEqual(
      expect.arrayContaining(['', 'answers/', 'documents/', 'jurisdiction/', 'regime/', 'report/']),
    );
    expect(edited.filter(({ fields, data }) => !fitsForm(fields, data)).map(({ name }) => name)).toEqual([]);
  });

  test('that is opened and saved changes nothing', () => {
    const changed = edited.filter(
      ({ data }) => JSON.stringify(layOverData(data, structuredClone(data))) !== JSON.stringify(data),
    );
    expect(changed.map(({ name }) => name)).toEqual([]);
  });

  test('has a label for every field, in both languages', () => {
    const fields = edited.flatMap((each) => listFields(each.fields));
    const labels = new Set(fields.map(({ name, label = name }) => `console.field_${label}`));
    expect([...labels].filter((key) => !messages['zh-CN'][key] || !messages.en[key])).toEqual([]);
    const choices = new Set(fields.flatMap(({ choices: offered = [] }) => offered));
    expect([...choices].filter((choice) => !messages['zh-CN'][`console.choice_${choice}`])).toEqual([]);
  });

  test('keeps what it does not show, drops what was emptied, and takes in what was added', () => {
    const before = { id: 'a', list: [{ shown: 'x', hidden: [] }], none: [], group: { one: 1, two: 2 } };
    const form = { list: [{ shown: 'y', hidden: [] }, { shown: 'z' }, { shown: '' }], group: { one: 3 }, fresh: ' ' };
    expect(layOverData(before, form)).toEqual({
      id: 'a',
      list: [{ shown: 'y', hidden: [] }, { shown: 'z' }],
      none: [],
      group: { one: 3, two: 2 },
    });
    expect(layOverData(before, { list: [], none: ['x'] })).toEqual({ id: 'a', none: ['x'], group: { one: 1, two: 2 } });
  });
});

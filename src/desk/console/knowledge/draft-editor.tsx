import { Button, Form, Input, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import type { ConsoleLocale } from '../texts.ts';
import { useSay } from '../texts.ts';
import { ChannelPreview } from './channel-preview.tsx';
import { FieldInput } from './field-input.tsx';
import { fitsForm, layOverData } from './fields.ts';
import { findFileForm, findForm } from './file-forms.ts';
import type { Draft } from './queries.ts';
import { SuggestedPhrasings } from './suggested-phrasings.tsx';
import { TextValues } from './text-values.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

type Data = Record<string, unknown>;
const asData = (value: unknown): Data | undefined =>
  typeof value === 'object' && value !== null ? (value as Data) : undefined;

const asLines = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

interface DraftEditorProps {
  readonly draft: Draft;
  readonly locale: ConsoleLocale;
}

/** The draft as a form or as YAML. What is typed is kept on leaving a field, sound or not. */
export function DraftEditor({ draft, locale }: DraftEditorProps) {
  const say = useSay();
  const fields = findForm(draft);
  const ofEntry = draft.list !== null && draft.list !== 'authorities' ? 'channels' : undefined;
  const previewed = draft.list === null ? findFileForm(draft.path)?.previewed : ofEntry;
  const held = asData(draft.data);
  const begun = fields && held && fitsForm(fields, held) ? held : undefined;
  const [shape, setShape] = useState<'form' | 'yaml'>(fields && begun ? 'form' : 'yaml');
  const [form] = Form.useForm<Data>();
  const [text, setText] = useState(draft.text);
  const [typed, setTyped] = useState<Data>();
  const faults = useMemo(() => new Map(draft.problems.map(({ field, message }) => [field, message])), [draft.problems]);
  // Hundreds of fields are not drawn anew for every key: each follows its own value.
  const inputs = useMemo(
    () =>
      fields?.map((field) => (
        <FieldInput key={field.name} field={field} name={[field.name]} within={[field.name]} faults={faults} />
      )),
    [fields, faults],
  );
  const editable = draft.state === 'open';
  const sent = useRef<{ text: string; typed: Data | undefined }>({ text: draft.text, typed: undefined });
  const waits = useRef(false);
  const save = useKnowledgeAct(
    (body: { readonly data?: Data; readonly text?: string }) =>
      take(
        api.PUT('/knowledge/drafts/{id}', {
          params: { path: { id: draft.id } },
          body: { version: draft.version, locale, ...body },
        }),
      ),
    // What was typed while it was being saved stays, and is saved next.
    (saved) => {
      setText((now) => (now === sent.current.text ? saved.text : now));
      setTyped((now) => (now === sent.current.typed ? undefined : now));
    },
  );
  const data = layOverData(begun, typed ?? {});
  const dirty = shape === 'form' ? typed !== undefined : text !== draft.text;
  const keep = () => {
    if (!dirty || !editable) return;
    waits.current = save.isPending;
    if (save.isPending) return;
    sent.current = { text, typed };
    save.mutate(shape === 'form' ? { data } : { text });
  };
  useEffect(() => {
    if (waits.current && !save.isPending) keep();
  });
  return (
    <div className={draft.list === 'texts' ? 'texts' : 'halves halves-even'}>
      <section aria-label={say('draft_text')}>
        {!fields && <p className="about">{say('yaml_only')}</p>}
        {draft.words && <TextValues words={draft.words} />}
        {fields && (
          <Segmented
            className="draft-shape"
            aria-label={say('shape')}
            value={shape}
            onChange={(next) => {
              keep();
              setShape(next === 'form' ? 'form' : 'yaml');
            }}
            options={[
              { value: 'form', label: say('shape_form'), disabled: begun === undefined },
              { value: 'yaml', label: 'YAML' },
            ]}
          />
        )}
        <Failure error={save.error} />
        {shape === 'form' && fields && begun ? (
          <Form
            form={form}
            layout="vertical"
            disabled={!editable}
            initialValues={begun}
            onBlur={keep}
            // All of it: what members of a list hold besides what is shown would be lost otherwise.
            onValuesChange={() => setTyped(form.getFieldsValue(true))}
          >
            {inputs}
          </Form>
        ) : (
          <Input.TextArea
            aria-label={say('draft_yaml')}
            className="yaml"
            rows={28}
            readOnly={!editable}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={keep}
            spellCheck={false}
          />
        )}
        {shape === 'form' && editable && draft.entry !== null && 'phrasings' in data && (
          <SuggestedPhrasings
            entry={draft.entry}
            phrasings={asLines(data.phrasings)}
            onAdd={(question) => {
              form.setFieldValue('phrasings', [...asLines(data.phrasings), question]);
              setTyped(form.getFieldsValue());
              waits.current = true;
            }}
          />
        )}
        {draft.problems.length > 0 && (
          <ul className="plain problems" aria-label={say('problems')}>
            {draft.problems.map(({ field, line, message, mend }) => (
              <li key={`${field}:${line}:${message}`}>
                {say('problem_at', { line })} {message} <span className="about">{mend}</span>
              </li>
            ))}
          </ul>
        )}
        {editable && (
          <div className="actions">
            <Button disabled={!dirty} loading={save.isPending} onClick={keep}>
              {say('draft_save')}
            </Button>
            <span role="status" className="about">
              {say(dirty ? 'draft_unsaved' : 'draft_saved')}
            </span>
          </div>
        )}
      </section>
      {previewed && (
        <ChannelPreview
          path={draft.path}
          as={previewed}
          entry={draft.list === 'texts' ? (draft.entry ?? undefined) : undefined}
          data={shape === 'form' ? data : undefined}
          text={text}
        />
      )}
    </div>
  );
}

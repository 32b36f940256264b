import { type FormEvent, useEffect, useRef } from 'react';
import type { InputHint } from '../../../../src/channel/message.ts';
import { useSay } from '../state/speaking.ts';
import { fieldLabel } from '../texts.ts';
import { Field } from './field.tsx';
import { FileButton, type FileButtonProps } from './file-button.tsx';

interface ComposerProps {
  /** What the last reply waits for, or null outside a form. */
  readonly ask: InputHint | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: (text: string) => void;
  readonly onSendFile: FileButtonProps['onSendFile'];
}

function Progress({ ask }: { readonly ask: InputHint }) {
  const say = useSay();
  return (
    <div className="progress">
      <span>{say('step', { step: ask.step, of: ask.of })}</span>
      <progress value={ask.step} max={ask.of} aria-label={say('form_label')} />
    </div>
  );
}

/** Where the person writes. In a form it takes the shape of the field asked for and shows how far along one is. */
export function Composer({ ask, value, onChange, onSend, onSendFile }: ComposerProps) {
  const say = useSay();
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const asked = useRef(ask?.field);
  useEffect(() => {
    if (asked.current === ask?.field) return;
    asked.current = ask?.field;
    if (ask !== null && ask.type !== 'choice') field.current?.focus({ preventScroll: true });
  }, [ask]);
  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    if (value.trim() === '') {
      field.current?.focus();
      return;
    }
    onSend(value);
  };
  return (
    <form className="composer" aria-label={say(ask === null ? 'input_label' : 'form_label')} onSubmit={send}>
      <div className="composer-inner">
        {ask !== null && <Progress ask={ask} />}
        <label htmlFor="say" className={ask === null ? 'hidden' : 'field-label'}>
          {ask === null ? say('input_label') : fieldLabel(say, ask.field)}
        </label>
        <div className="composer-row">
          <Field ask={ask} value={value} field={field} onChange={onChange} onSend={send} />
          <button type="submit" className="button button-main send">
            {say('send')}
          </button>
        </div>
        {ask?.field === 'supplement' && <FileButton onSendFile={onSendFile} />}
        <p id="say-hint" className="hint">
          {say(ask?.type === 'multiline' ? 'enter_hint_multiline' : 'enter_hint')}
        </p>
      </div>
    </form>
  );
}

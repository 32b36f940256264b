import type { KeyboardEvent, RefObject } from 'react';
import type { InputHint } from '../../../../src/channel/message.ts';
import { useSay } from '../state/speaking.ts';

interface FieldProps {
  readonly ask: InputHint | null;
  readonly value: string;
  readonly field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
}

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  name: 'name',
  contactName: 'name',
  phone: 'tel',
  email: 'email',
  address: 'street-address',
};

/** The box to write in: a line for a number or an address, a page for a description, a growing line for a question. */
export function Field({ ask, value, field, onChange, onSend }: FieldProps) {
  const say = useSay();
  const placeholder =
    ask === null ? say('input_placeholder') : ask.type === 'choice' ? say('choose_or_write') : undefined;
  const multiline = ask?.type === 'multiline';
  const common = {
    id: 'say',
    ref: field,
    value,
    'aria-describedby': 'say-hint',
    autoComplete: AUTOCOMPLETE[ask?.field ?? ''] ?? 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      // While an input method composes, Enter picks a candidate.
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return;
      if (multiline && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      onSend();
    },
  };
  if (ask?.type === 'tel' || ask?.type === 'email') return <input {...common} type={ask.type} inputMode={ask.type} />;
  if (ask?.type === 'id') {
    return <input {...common} type="text" inputMode="text" autoCapitalize="characters" spellCheck={false} />;
  }
  return (
    <div className={multiline ? 'grow grow-tall' : 'grow'} data-value={value}>
      <textarea {...common} rows={multiline ? 4 : 1} placeholder={placeholder} />
    </div>
  );
}

import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../texts.ts';

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly onChange: (file: File | undefined) => void;
}

/** Bytes of a file the desk takes from here; a larger one is not sent at all. */
const MOST_BYTES = 6 * 1024 * 1024;
const inMegabytes = (bytes: number) => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

/** A file of this machine, chosen. One that is too large is refused here, in words, before anything is sent. */
export function FileField({ id, label, accept, onChange }: FileFieldProps) {
  const say = useSay();
  const [refused, setRefused] = useState<number>();
  const choose = (file: File | undefined) => {
    const large = file !== undefined && file.size > MOST_BYTES;
    setRefused(large ? file.size : undefined);
    onChange(large ? undefined : file);
  };
  return (
    <Form.Item label={label} htmlFor={id}>
      <input id={id} type="file" accept={accept} onChange={({ target }) => choose(target.files?.[0])} />
      {refused !== undefined && (
        <Alert
          type="error"
          role="alert"
          title={say('import_too_large', { size: inMegabytes(refused), most: inMegabytes(MOST_BYTES) })}
          description={say('import_too_large_mend')}
        />
      )}
    </Form.Item>
  );
}

interface PastedTextProps {
  readonly id: string;
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  /** While a file is chosen, that is what is read. */
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

/** The words themselves, for who has no file. */
export function PastedText({ id, label, onChange, ...field }: PastedTextProps) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input.TextArea id={id} {...field} onChange={({ target }) => onChange(target.value)} />
    </Form.Item>
  );
}

/** Why a file was not opened, and how to mend it. */
export function Refused({ refused }: { readonly refused: { readonly message: string; readonly mend: string } | null }) {
  if (!refused) return null;
  return <Alert type="error" role="alert" title={refused.message} description={refused.mend} />;
}

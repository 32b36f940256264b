import { Alert, Form } from 'antd';

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly onChange: (file: File | undefined) => void;
}

/** A file of this machine, chosen. */
export function FileField({ id, label, accept, onChange }: FileFieldProps) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <input id={id} type="file" accept={accept} onChange={({ target }) => onChange(target.files?.[0])} />
    </Form.Item>
  );
}

/** Why a file was not opened, and how to mend it. */
export function Refused({ refused }: { readonly refused: { readonly message: string; readonly mend: string } | null }) {
  if (!refused) return null;
  return <Alert type="error" role="alert" title={refused.message} description={refused.mend} />;
}

import { type ChangeEvent, useState } from 'react';
import { useSay } from '../state/speaking.ts';

export interface FileButtonProps {
  /** Sends one file; the reason when it was refused, `''` when it did not arrive, null when it was taken. */
  readonly onSendFile: (file: File) => Promise<string | null>;
}

/** Sends files to go with a request, one after the other; what becomes of each is told in the conversation. */
export function FileButton({ onSendFile }: FileButtonProps) {
  const say = useSay();
  const [status, setStatus] = useState('');
  const send = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const input = event.currentTarget;
    for (const file of input.files ?? []) {
      setStatus(say('file_sending', { name: file.name }));
      const refused = await onSendFile(file);
      if (refused !== null) {
        setStatus(refused || say('file_failed'));
        input.value = '';
        return;
      }
    }
    setStatus('');
    input.value = '';
  };
  return (
    <p className="file">
      <input
        id="file"
        className="hidden"
        type="file"
        multiple
        aria-describedby="file-status"
        onChange={(event) => void send(event)}
      />
      <label className="button" htmlFor="file">
        {say('file_add')}
      </label>
      <span id="file-status" role="status">
        {status}
      </span>
    </p>
  );
}

import { useState } from 'react';
import { copyText } from '../state/copy-text.ts';
import { useSay } from '../state/speaking.ts';

/** Print or copy a receipt. `text` is the receipt as plain text. */
export function ReceiptActions({ text }: { readonly text: string }) {
  const say = useSay();
  const [told, setTold] = useState('');
  return (
    <div className="receipt-actions">
      <button type="button" className="button" onClick={() => window.print()}>
        {say('print')}
      </button>
      <button
        type="button"
        className="button"
        onClick={async () => setTold(say((await copyText(text)) ? 'copied' : 'copy_failed'))}
      >
        {say('copy')}
      </button>
      <a className="button" href="/documents" target="_blank" rel="noopener">
        {say('fetch_documents')}
      </a>
      <span role="status">{told}</span>
    </div>
  );
}

import { useLayoutEffect, useRef } from 'react';
import { useSay } from '../state/speaking.ts';

interface DialogProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before a conversation is cleared. The browser's own dialog keeps focus inside and gives it back. */
export function StartOverDialog({ onYes, onNo }: DialogProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the first paint, so that a key pressed right after the click already belongs to the dialog.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="start-over-title" onClose={onNo}>
      <h2 id="start-over-title">{say('start_over_title')}</h2>
      <p>{say('start_over_text')}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {say('start_over_no')}
        </button>
        <button type="button" className="button button-main" onClick={onYes}>
          {say('start_over_yes')}
        </button>
      </div>
    </dialog>
  );
}

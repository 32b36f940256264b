import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What the page has read of a subject, by the beginnings of its queries' keys. */
function listKeys(subject: string): readonly (readonly (string | number)[])[] {
  const [kind, id = ''] = subject.split(/:(.*)/su);
  switch (kind) {
    case 'conversation':
      return [['conversations'], ['conversation', Number(id)]];
    case 'answer':
      return [['answers']];
    case 'request':
      return [['requests'], ['request', id], ['case-actions', id], ['papers', id], ['held', id]];
    case 'presence':
      return [['presence', id]];
    default:
      return [[subject]];
  }
}

/** Milliseconds until another try when the stream could not be opened at all. */
const AGAIN_MS = 5000;

/**
 * Keeps everything on the page as it is on the server: what changed is read again at once, while the page itself asks
 * for nothing. A stream that was cut opens again by itself and says what it heard last.
 */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      source = new EventSource('/desk/api/events');
      source.addEventListener('hello', () => void queries.invalidateQueries({ predicate: isLive }));
      source.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const { subjects } = JSON.parse(data) as { subjects: string[] };
        for (const queryKey of subjects.flatMap(listKeys)) void queries.invalidateQueries({ queryKey });
      });
      source.addEventListener('ended', reopen);
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED) reopen();
      });
    }
    /** The session ended or the rights are others: reading it says which, and brings the new cookie along. */
    function reopen(): void {
      source?.close();
      void queries.invalidateQueries({ queryKey: ['session'] });
      clearTimeout(again);
      again = setTimeout(open, AGAIN_MS);
    }

    open();
    return () => {
      source?.close();
      clearTimeout(again);
    };
  }, [queries]);
}

function isLive({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== 'session';
}

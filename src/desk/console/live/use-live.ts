import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { spaceOut } from './space-out.ts';

/** The list a subject stands in, and what has been read of it alone, by the beginnings of their queries' keys. */
function namePlaces(subject: string): {
  readonly list?: string;
  readonly own: readonly (readonly (string | number)[])[];
} {
  const [kind, id = ''] = subject.split(/:(.*)/su);
  switch (kind) {
    case 'conversation':
      return { list: 'conversations', own: [['conversation', Number(id)]] };
    case 'answer':
      return { list: 'answers', own: [] };
    case 'request':
      return { list: 'requests', own: ['request', 'case-actions', 'papers', 'held'].map((of) => [of, id]) };
    case 'presence':
      return { own: [['presence', id]] };
    default:
      return { list: subject, own: [] };
  }
}

/** Milliseconds until another try when the stream could not be opened at all. */
const AGAIN_MS = 5000;

/**
 * Keeps everything on the page as it is on the server: what changed is read again at once, while the page itself asks
 * for nothing; lists, which change all day, a moment later and not every time. A stream that was cut opens again by itself and says what it heard last.
 */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const lists = spaceOut((list) => void queries.invalidateQueries({ queryKey: [list] }), {
      now: Date.now,
      random: Math.random,
      wait: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });

    function open(): void {
      source = new EventSource('/desk/api/events');
      source.addEventListener('hello', () => void queries.invalidateQueries({ predicate: isLive }));
      source.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const { subjects } = JSON.parse(data) as { subjects: string[] };
        for (const { list, own } of subjects.map(namePlaces)) {
          if (list !== undefined) lists.ask(list);
          for (const queryKey of own) void queries.invalidateQueries({ queryKey });
        }
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
      lists.stop();
    };
  }, [queries]);
}

function isLive({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== 'session';
}

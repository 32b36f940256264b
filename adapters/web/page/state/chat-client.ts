import type { WebLine } from '../../render.ts';
import { makeId } from './make-id.ts';
import type { Pending } from './transcript.ts';

/** What became of one try to send. */
export type Sent =
  | { readonly kind: 'taken'; readonly replies: readonly WebLine[] }
  /** Not reached or not ready: try again later, with the same id. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly tooFast: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

interface TakenBody {
  readonly replies: readonly WebLine[];
}

const SEND_TIMEOUT_MS = 20_000;

function addressOf(conversation: string, what: 'messages' | 'events' | 'files', after?: number): string {
  return `api/chat/${conversation}/${what}${after === undefined ? '' : `?after=${after}`}`;
}

async function readRefusal(response: Response): Promise<string> {
  const body: { error?: { message?: string } } = await response.json().catch(() => ({}));
  return body.error?.message ?? String(response.status);
}

/** Posts one message once. Never throws: a network failure is `later`. */
export async function sendMessage(conversation: string, pending: Pending, locale: string): Promise<Sent> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), SEND_TIMEOUT_MS);
  try {
    const response = await fetch(addressOf(conversation, 'messages'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': locale },
      body: JSON.stringify({ id: pending.id, ...pending.body }),
      signal: abort.signal,
    });
    if (response.ok) {
      const { replies }: TakenBody = await response.json();
      return { kind: 'taken', replies };
    }
    const afterMs = Number(response.headers.get('retry-after')) * 1000 || null;
    if (response.status === 429) return { kind: 'later', afterMs, tooFast: true };
    if (response.status >= 500) return { kind: 'later', afterMs, tooFast: false };
    return { kind: 'refused', reason: await readRefusal(response) };
  } catch {
    return { kind: 'later', afterMs: null, tooFast: false };
  } finally {
    clearTimeout(timer);
  }
}

/** Uploads a file. Why it was not taken, in the page's language, `''` when it did not arrive; null when it was. Never throws. */
export async function sendFile(conversation: string, file: File, locale: string): Promise<string | null> {
  try {
    const response = await fetch(addressOf(conversation, 'files'), {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'accept-language': locale,
        'x-message-id': makeId(),
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    });
    return response.ok ? null : await readRefusal(response);
  } catch {
    return '';
  }
}

/** The conversation after `seq`. Throws when it cannot be read now. */
export async function readLines(conversation: string, after: number): Promise<readonly WebLine[]> {
  const response = await fetch(addressOf(conversation, 'messages', after));
  if (!response.ok) throw new Error(String(response.status));
  const body: { lines: readonly WebLine[] } = await response.json();
  return body.lines;
}

/** Opens the event stream after `seq`; the browser reconnects by itself while the server answers at all. */
export function openEvents(
  conversation: string,
  after: number,
  listeners: { onLine: (line: WebLine) => void; onOpen: () => void; onLost: () => void },
): EventSource {
  const events = new EventSource(addressOf(conversation, 'events', after));
  events.addEventListener('open', listeners.onOpen);
  events.addEventListener('error', listeners.onLost);
  events.addEventListener('line', (event) => listeners.onLine(JSON.parse(event.data)));
  return events;
}

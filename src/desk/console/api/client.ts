import createClient, { type Middleware } from 'openapi-fetch';
import type { paths, Refusal } from './paths.d.ts';

/** A call the desk refused, in words for the person at the screen. */
export class ApiFailure extends Error {
  readonly code: Refusal['error']['code'] | 'offline';
  readonly hint: string;
  readonly fields: readonly string[];

  constructor(error: { code: ApiFailure['code']; message: string; hint: string; fields?: readonly string[] }) {
    super(error.message);
    this.name = 'ApiFailure';
    this.code = error.code;
    this.hint = error.hint;
    this.fields = error.fields ?? [];
  }
}

let token = '';

/** The token of the session, sent with every change. */
export function keepToken(csrfToken: string): void {
  token = csrfToken;
}

/** Milliseconds without a touch after which what the page asks by itself no longer counts as somebody being there. */
const UNATTENDED_MS = 60_000;
let touchedAt = Date.now();
for (const event of ['pointerdown', 'keydown'] as const) {
  addEventListener(event, () => {
    touchedAt = Date.now();
  });
}

const carryToken: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', token);
    if (Date.now() - touchedAt > UNATTENDED_MS) request.headers.set('x-unattended', '1');
    request.headers.set('accept-language', document.documentElement.lang);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '/desk/api' });
api.use(carryToken);

/**
 * What a call brought.
 * @throws ApiFailure in the person's language; `offline` when the desk could not be reached
 */
export async function take<T>(call: Promise<{ data?: T; error?: Refusal }>): Promise<T> {
  let result: { data?: T; error?: Refusal };
  try {
    result = await call;
  } catch (cause) {
    const offline = new ApiFailure({ code: 'offline', message: '', hint: '' });
    offline.cause = cause;
    throw offline;
  }
  if (result.data === undefined) {
    throw new ApiFailure(result.error?.error ?? { code: 'failed', message: '', hint: '' });
  }
  return result.data;
}

/** A change whose answer is a file. @throws ApiFailure `offline` when the desk could not be reached */
export async function callRaw(path: string, body: object): Promise<Response> {
  try {
    return await fetch(`/desk/api${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': token,
        'accept-language': document.documentElement.lang,
      },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    const offline = new ApiFailure({ code: 'offline', message: '', hint: '' });
    offline.cause = cause;
    throw offline;
  }
}

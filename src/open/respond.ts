import { createHash } from 'node:crypto';

/** What is published changes with a release; a reader may keep it for five minutes and ask again whether it changed. */
const CACHING = 'public, max-age=300, must-revalidate';
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A body with its type; answered 304 to whoever has it already. */
export interface Body {
  readonly type: string;
  readonly text: string;
  readonly status?: number;
  /** Name under which a browser saves it; null shows it. */
  readonly saveAs?: string;
}

/** Answers with an entity tag of the content, so that equal contents are sent once. Readable from any site: all of it is public. */
export function respond(request: Request, { type, text, status = 200, saveAs }: Body): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers({
    etag,
    'cache-control': status === 200 ? CACHING : 'no-store',
    'content-security-policy': POLICY,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'accept-language',
  });
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//u, ''));
  if (status === 200 && (known?.includes(etag) || known?.includes('*')))
    return new Response(null, { status: 304, headers });
  headers.set('content-type', type);
  if (saveAs !== undefined) headers.set('content-disposition', `attachment; filename="${saveAs}"`);
  return new Response(text, { status, headers });
}

export function respondJson(request: Request, value: unknown, status = 200): Response {
  return respond(request, { type: 'application/json; charset=utf-8', text: JSON.stringify(value), status });
}

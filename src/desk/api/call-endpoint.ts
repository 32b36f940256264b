import { type Locale, type Messages, say } from '../../messages.ts';
import type { Actor } from '../rights/index.ts';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { checkParty } from './guard.ts';
import { type Asked, perform } from './perform.ts';
import { ApiRefusal } from './refusal.ts';
import type { DeskServices } from './services.ts';
import { nameRefusal } from './write-refusal.ts';

/** What somebody asks of the desk other than over HTTP. */
export interface Ask extends Pick<Asked, 'isFirst' | 'settle'> {
  readonly actor: Actor;
  readonly method: Endpoint['method'];
  /** As declared: `/conversations/:id/claim`. */
  readonly path: string;
  readonly params?: unknown;
  readonly body?: unknown;
}

export type Answered =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

/** Which locale the words of a refusal are in, and where they stand. */
interface Words {
  readonly messages: Messages;
  readonly locale: Locale;
}

function writeWords(error: unknown, { messages, locale }: Words): Answered {
  const refusal = nameRefusal(error as Error);
  if (refusal === 'failed') throw error;
  const { values = {}, why } = error instanceof ApiRefusal ? error : {};
  const filled = why ? { ...values, why: why[locale] } : values;
  const word = (key: string) => say(messages, locale, `desk.${key}`, filled);
  return { kind: 'refused', message: word(refusal), hint: word(`${refusal}_hint`) };
}

/** Calls an endpoint by the same guards as over HTTP, from inside: rights first, then the words, then the act. */
export async function callEndpoint(ask: Ask, services: DeskServices, locale: Locale): Promise<Answered> {
  const endpoint = ENDPOINTS.find(({ method, path }) => method === ask.method && path === ask.path);
  if (!endpoint) throw new Error(`no endpoint ${ask.method} ${ask.path}`);
  const { actor, isFirst, settle } = ask;
  try {
    await checkParty({ actor, session: undefined }, endpoint.action, services);
    const read = (schema: Endpoint['params'] | Endpoint['body'], value: unknown) => {
      const parsed = schema?.safeParse(value ?? {});
      if (parsed && !parsed.success) throw new ApiRefusal('bad_input');
      return parsed?.data;
    };
    const result = await perform(
      endpoint,
      {
        actor,
        session: undefined,
        params: read(endpoint.params, ask.params),
        query: read(endpoint.query, {}),
        body: read(endpoint.body, ask.body),
        address: '',
        setSession: () => {},
        isFirst,
        settle,
      },
      services,
    );
    const visible = endpoint.view?.(actor) ?? endpoint.response;
    return { kind: 'done', result: result === undefined ? undefined : visible.parse(result) };
  } catch (error) {
    return writeWords(error, { messages: services.messages, locale });
  }
}

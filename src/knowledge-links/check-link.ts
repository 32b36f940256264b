import { lookup as resolve } from 'node:dns';
import { type ClientRequest, get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { betweenPoints } from '../failpoints.ts';

/** What became of asking for an address. */
export type LinkState =
  | { readonly kind: 'alive'; readonly status: number }
  /** The page is not there any more, or its name leads nowhere. */
  | { readonly kind: 'dead'; readonly why: string }
  /** Refused to machines, busy or silent: a person should look. */
  | { readonly kind: 'unsure'; readonly why: string }
  /** Not asked for: no address of the public web. */
  | { readonly kind: 'refused'; readonly why: 'port' | 'address' | 'redirects' | 'protocol' };

export interface LinkRules {
  /** Milliseconds for each request, name and all. */
  readonly patience: number;
  /** Whether an IP address may be asked. Default: only addresses of the public Internet. */
  readonly mayReach?: (address: string) => boolean;
  /** Ports beside 80 and 443, for tests. */
  readonly ports?: readonly number[];
}

/** How addresses are asked for where nobody says otherwise. */
export const LINK_RULES = { patience: 10_000, together: 4 } as const;

const REDIRECTS_MOST = 5;
const GONE = new Set([404, 410]);
/** Errors that say that nobody is there under this name. */
const NOWHERE = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA']);

/** Neither loopback nor a private network, nor anything else that leads inside. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

class Inside extends Error {}

/** Looks a name up and hands out only addresses that may be asked, so that a name cannot lead elsewhere between check and call. */
function guardLookup(mayReach: (address: string) => boolean): LookupFunction {
  return (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => mayReach(address));
      const [first] = allowed;
      if (!first || allowed.length < found.length) return callback(new Inside('inside'), '', 0);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

/** Asks once and reads nothing of the answer's body. */
async function ask(url: URL, { patience, mayReach = isPublicAddress }: LinkRules): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  const { promise, resolve: settle, reject } = Promise.withResolvers<IncomingMessage>();
  const request: ClientRequest = get(
    url,
    {
      lookup: guardLookup(mayReach),
      agent: false,
      signal: AbortSignal.timeout(patience),
      headers: { accept: 'text/html,*/*', 'user-agent': 'Mozilla/5.0 (compatible; link check)' },
    },
    (answer) => {
      settle(answer);
      answer.on('error', () => {});
      answer.destroy();
    },
  );
  request.on('error', reject);
  return promise;
}

function judgeStatus(status: number): LinkState {
  if (status < 300) return { kind: 'alive', status };
  return { kind: GONE.has(status) ? 'dead' : 'unsure', why: String(status) };
}

function judgeError(error: unknown): LinkState {
  if (error instanceof Inside) return { kind: 'refused', why: 'address' };
  const why = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'error';
  return NOWHERE.has(why) ? { kind: 'dead', why } : { kind: 'unsure', why };
}

function findFault(url: URL, { mayReach = isPublicAddress, ports = [] }: LinkRules): LinkState | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'refused', why: 'protocol' };
  if (url.port !== '' && !ports.includes(Number(url.port))) return { kind: 'refused', why: 'port' };
  // A name is judged when it is looked up; an address written as such never is.
  const host = url.hostname.replaceAll(/[[\]]/gu, '');
  return ipaddr.isValid(host) && !mayReach(host) ? { kind: 'refused', why: 'address' } : undefined;
}

/** Asks for an address as a browser would, following redirections, each judged like the first. Never throws. */
export async function checkLink(address: string, rules: LinkRules): Promise<LinkState> {
  let url = URL.parse(address);
  for (let hop = 0; hop <= REDIRECTS_MOST; hop++) {
    if (url === null) return { kind: 'dead', why: 'address' };
    const fault = findFault(url, rules);
    if (fault) return fault;
    try {
      const { statusCode = 0, headers } = await ask(url, rules);
      if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return judgeStatus(statusCode);
      url = URL.parse(headers.location, url);
    } catch (error) {
      return judgeError(error);
    }
  }
  return { kind: 'refused', why: 'redirects' };
}

/** Where no server answered at all, it is we who are cut off: then a name not found says nothing about the page. */
function doubtWhereNothingAnswered(states: ReadonlyMap<string, LinkState>): ReadonlyMap<string, LinkState> {
  const answered = ({ kind, why }: LinkState & { why?: string }) => kind === 'alive' || /^\d{3}$/u.test(why ?? '');
  if ([...states.values()].some(answered)) return states;
  return new Map(
    [...states].map(([url, state]) => [url, state.kind === 'dead' ? { kind: 'unsure', why: state.why } : state]),
  );
}

/** Checks many addresses, a few at a time. `onChecked` hears of each as it is done. */
export async function checkLinks(
  addresses: readonly string[],
  rules: LinkRules & { readonly together: number; readonly onChecked?: (address: string, state: LinkState) => void },
): Promise<ReadonlyMap<string, LinkState>> {
  const states = new Map<string, LinkState>();
  const waiting = [...addresses];
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const asked = address;
      const state = await betweenPoints('link.ask', () => checkLink(asked, rules));
      states.set(address, state);
      rules.onChecked?.(address, state);
    }
  };
  await Promise.all(Array.from({ length: rules.together }, work));
  return doubtWhereNothingAnswered(states);
}

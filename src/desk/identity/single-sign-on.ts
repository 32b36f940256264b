import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { betweenPoints } from '../../failpoints.ts';

/** The house's own sign-in service (OpenID Connect), and what of its word names an account here. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim of the id token whose value an account is mapped to. Only one the service itself assigns, such as `sub`. */
  readonly claim: string;
}

const flowSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });
/** What the browser keeps, sealed, while it is away at the service. */
export type SignOnFlow = z.infer<typeof flowSchema>;

export interface SingleSignOn {
  /** Where to send the browser, and what it has to bring back. */
  readonly begin: (redirectUri: string, now: Date) => Promise<{ readonly url: string; readonly flow: SignOnFlow }>;
  /** The value of the claim; undefined when the answer is not what was asked for, late, or the service says no. */
  readonly finish: (answer: URL, flow: SignOnFlow, now: Date) => Promise<string | undefined>;
}

/** How long somebody may take at the service. */
const MINUTES = 10;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads back a flow; undefined when it is none. */
export function readFlow(text: string): SignOnFlow | undefined {
  return flowSchema.safeParse(JSON.parse(text)).data;
}

/** Authorization code with PKCE, state and nonce. The service is asked for its addresses at the first sign-in. */
export function createSingleSignOn(settings: SingleSignOnSettings): SingleSignOn {
  let known: Promise<Configuration> | undefined;
  // Loaded only where it is used, and asked again after a failure.
  const load = () => import('openid-client');

  async function discover(): Promise<Configuration> {
    const { allowInsecureRequests, discovery } = await load();
    const issuer = new URL(settings.issuer);
    const execute = LOOPBACK.has(issuer.hostname) ? [allowInsecureRequests] : [];
    known ??= betweenPoints('sign-on.ask', () =>
      discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute }),
    );
    return known.catch((error) => {
      known = undefined;
      throw error;
    });
  }

  return {
    async begin(redirectUri, now) {
      const client = await load();
      const verifier = client.randomPKCECodeVerifier();
      const flow = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, flow: { ...flow, until: now.getTime() + MINUTES * 60_000 } };
    },
    async finish(answer, flow, now) {
      if (now.getTime() > flow.until) return undefined;
      const client = await load();
      try {
        const known = await discover();
        const tokens = await betweenPoints('sign-on.ask', () =>
          client.authorizationCodeGrant(known, answer, {
            expectedState: flow.state,
            expectedNonce: flow.nonce,
            pkceCodeVerifier: flow.verifier,
            idTokenExpected: true,
          }),
        );
        const value = tokens.claims()?.[settings.claim];
        return typeof value === 'string' && value !== '' ? value : undefined;
      } catch (error) {
        const answers = [client.ClientError, client.AuthorizationResponseError, client.ResponseBodyError];
        if (answers.some((kind) => error instanceof kind)) return undefined;
        throw error;
      }
    },
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSingleSignOn } from '../../../src/desk/identity/index.ts';
import { setRights } from '../../../src/desk/identity/staff-store.ts';
import { failAt } from '../../fail-at.ts';
import { call, hire, type Office, openOffice } from './open-office.ts';

const HOST = '127.0.0.1:18080';
const CALLBACK = `http://${HOST}/desk/api/sso/callback`;

/** A real sign-in service on loopback, where everybody is `somebody` without being asked. */
async function openProvider() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'desk', client_secret: 'a-secret-of-the-desk', redirect_uris: [CALLBACK] }],
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: 'desk', accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: 'somebody' } });
  });
  server.on('request', provider.callback());
  return issuer;
}

async function openWithProvider() {
  const issuer = await openProvider();
  const singleSignOn = createSingleSignOn({
    issuer,
    clientId: 'desk',
    clientSecret: 'a-secret-of-the-desk',
    claim: 'sub',
  });
  return openOffice({ singleSignOn });
}

const at = (headers = {}) => ({ headers: { host: HOST, ...headers } });

/** Follows the browser through the service, up to the address it is sent back to. */
async function goThrough(office: Office) {
  const begun = await call(office, undefined, 'GET', '/sso', at());
  const flow = `${begun.cookies[0]?.name}=${begun.cookies[0]?.value}`;
  const jar = new Map<string, string>();
  let url = begun.headers.location ?? '';
  for (let hops = 0; hops < 10 && !url.startsWith(CALLBACK); hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    url = new URL(answer.headers.get('location') ?? '', url).href;
  }
  return { begun, flow, back: url.slice(`http://${HOST}/desk/api`.length) };
}

const comeBack = (office: Office, back: string, flow: string) =>
  call(office, undefined, 'GET', back, at({ cookie: flow, 'sec-fetch-site': 'cross-site' }));

async function map(office: Office, id: number) {
  await office.store.transaction((executor) => setRights(executor, id, { ssoSubject: 'somebody' }));
}

describe('single sign-on', () => {
  test('opens the account it is mapped to, with the rights that account has here', async () => {
    const office = await openWithProvider();
    await map(office, (await hire(office, 'wang', ['chat_agent'])).id);
    const { begun, flow, back } = await goThrough(office);
    expect(begun.headers.location).toMatch(/code_challenge_method=S256/u);
    const entered = await comeBack(office, back, flow);
    expect(entered.headers.location).toBe('/desk/');
    const cookie = entered.cookies.find(({ name }) => name === 'desk-local');
    const session = await call(office, { cookie: `desk-local=${cookie?.value}`, token: '' }, 'GET', '/session');
    expect(session.json()).toMatchObject({ stage: 'full', staff: { roles: ['chat_agent'] } });
  });

  test('creates nobody: without a mapping, or with the account shut, nobody comes in', async () => {
    const office = await openWithProvider();
    const { flow, back } = await goThrough(office);
    expect((await comeBack(office, back, flow)).headers.location).toBe('/desk/#sign-in-failed');
    const { id } = await hire(office, 'wang', ['chat_agent']);
    await map(office, id);
    await office.store.db.updateTable('staff').set({ disabled_at: 'x' }).where('id', '=', id).execute();
    const again = await goThrough(office);
    expect((await comeBack(office, again.back, again.flow)).headers.location).toBe('/desk/#sign-in-failed');
    expect(await office.store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  test('still asks for what the role needs', async () => {
    const office = await openWithProvider();
    await map(office, (await hire(office, 'li', ['approver'])).id);
    const { flow, back } = await goThrough(office);
    const entered = await comeBack(office, back, flow);
    const cookie = entered.cookies.find(({ name }) => name === 'desk-local');
    const session = await call(office, { cookie: `desk-local=${cookie?.value}`, token: '' }, 'GET', '/session');
    expect(session.json().stage).toBe('enrol');
  });

  test.each([
    ['another browser', 'desk-sso-local=planted'],
    ['no memory of having asked', ''],
  ])('an answer brought by %s is not taken', async (_, cookie) => {
    const office = await openWithProvider();
    await map(office, (await hire(office, 'wang', ['chat_agent'])).id);
    const { back } = await goThrough(office);
    expect((await comeBack(office, back, cookie)).headers.location).toBe('/desk/#sign-in-failed');
  });

  test('an answer with another state, one used before, or one too late is not taken', async () => {
    const office = await openWithProvider();
    await map(office, (await hire(office, 'wang', ['chat_agent'])).id);
    const first = await goThrough(office);
    const other = await comeBack(office, first.back.replace(/state=[^&]*/u, 'state=other'), first.flow);
    expect(other.headers.location).toBe('/desk/#sign-in-failed');
    expect((await comeBack(office, first.back, first.flow)).headers.location).toBe('/desk/');
    expect((await comeBack(office, first.back, first.flow)).headers.location).toBe('/desk/#sign-in-failed');
    const late = await goThrough(office);
    office.wait(11);
    expect((await comeBack(office, late.back, late.flow)).headers.location).toBe('/desk/#sign-in-failed');
  });

  test.each([
    ['asks the service for its addresses', 1],
    ['has them', 2],
    ['asks the service who somebody is', 3],
    ['knows who somebody is', 4],
  ])('lets nobody in when the process ends as it %s, and everybody who tries again', async (_, nth) => {
    const office = await openWithProvider();
    await map(office, (await hire(office, 'wang', ['chat_agent'])).id);
    const signIn = async () => {
      const { flow, back } = await goThrough(office);
      return comeBack(office, back, flow);
    };
    failAt((name) => name.startsWith('sign-on.ask.'), nth);
    const failed = nth < 3 ? await call(office, undefined, 'GET', '/sso', at()) : await signIn();
    expect(failed.headers.location ?? '').not.toMatch(/\/desk\/$|^http/u);
    expect(await office.store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
    expect((await signIn()).headers.location).toBe('/desk/');
  });

  test('without a service does not exist', async () => {
    expect((await call(await openOffice(), undefined, 'GET', '/sso')).statusCode).toBe(404);
  });
});

import type { Cache, Client, Logger } from '@larksuiteoapi/node-sdk';
import { DeskError } from '../../src/errors.ts';
import type { FeishuSettings } from './settings.ts';

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;

/** The SDK's own logger prints whole messages, people's words among them. */
const SILENT: Logger = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

export interface FeishuClient {
  readonly sdk: Client;
  /** Posts a form as the SDK posts JSON: its own forms leave out a file's name, without which the platform sees no file. */
  readonly postForm: (path: string, form: FormData) => Promise<unknown>;
  /** The token in use was refused: the next call asks for another. */
  readonly forgetToken: () => void;
}

/** The SDK keeps its token in here until told otherwise. */
function createTokenCache(createEmpty: () => Cache) {
  let kept = createEmpty();
  const cache: Cache = { get: (...key) => kept.get(...key), set: (...entry) => kept.set(...entry) };
  const forget = () => {
    kept = createEmpty();
  };
  return { cache, forget };
}

/**
 * The SDK is large and only needed where Feishu is used, so it is an optional dependency, loaded here.
 * @throws DeskError CONFIG_INVALID when it is not installed
 */
async function loadSdk() {
  try {
    return await import('@larksuiteoapi/node-sdk');
  } catch (cause) {
    throw new DeskError('CONFIG_INVALID', 'Feishu needs the package @larksuiteoapi/node-sdk', {
      hint: 'npm install --include=optional',
      cause,
    });
  }
}

/** @throws DeskError CONFIG_INVALID when the SDK is not installed */
export async function connectClient(settings: FeishuSettings): Promise<FeishuClient> {
  const { Client, DefaultCache, defaultHttpInstance } = await loadSdk();
  defaultHttpInstance.defaults.timeout = PATIENCE_MS;
  const { cache, forget } = createTokenCache(() => new DefaultCache());
  const sdk = new Client({
    appId: settings.FEISHU_APP_ID,
    appSecret: settings.FEISHU_APP_SECRET,
    domain: settings.FEISHU_API_ROOT,
    cache,
    logger: SILENT,
  });
  async function postForm(path: string, form: FormData): Promise<unknown> {
    const { headers } = await sdk.formatPayload({});
    const url = `${settings.FEISHU_API_ROOT}${path}`;
    return sdk.httpInstance.request({ method: 'POST', url, headers, data: form });
  }

  return { sdk, postForm, forgetToken: forget };
}

import { dingtalk } from '../../adapters/dingtalk/index.ts';
import { feishu } from '../../adapters/feishu/index.ts';
import { slack } from '../../adapters/slack/index.ts';
import { telegram } from '../../adapters/telegram/index.ts';
import { wechat } from '../../adapters/wechat/index.ts';
import { wecom } from '../../adapters/wecom/index.ts';
import { startFakeDingtalk } from '../fakes/dingtalk.ts';
import { startFakeFeishu } from '../fakes/feishu.ts';
import { startFakeSlack } from '../fakes/slack.ts';
import { startFakeTelegram } from '../fakes/telegram.ts';
import { startFakeWechat } from '../fakes/wechat.ts';
import { startFakeWecom } from '../fakes/wecom.ts';
import type { PlatformHarness } from './harness.ts';

/** Every platform with our fake of it. */
export const PLATFORMS = {
  telegram: { module: telegram, startFake: startFakeTelegram },
  slack: { module: slack, startFake: startFakeSlack },
  wechat: { module: wechat, startFake: (clock) => startFakeWechat(clock) },
  wecom: { module: wecom, startFake: startFakeWecom },
  feishu: { module: feishu, startFake: startFakeFeishu },
  dingtalk: { module: dingtalk, startFake: (clock) => startFakeDingtalk(clock) },
} as const satisfies Readonly<Record<string, PlatformHarness>>;

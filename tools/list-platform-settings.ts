import { SETTINGS as dingtalk } from '../adapters/dingtalk/settings.ts';
import { SETTINGS as feishu } from '../adapters/feishu/settings.ts';
import { ROOM_SETTINGS } from '../adapters/slack/room/settings.ts';
import { SETTINGS as slack } from '../adapters/slack/settings.ts';
import { SETTINGS as telegram } from '../adapters/telegram/settings.ts';
import { SETTINGS as wechat } from '../adapters/wechat/settings.ts';
import { SETTINGS as wecom } from '../adapters/wecom/settings.ts';
import type { AdapterSetting } from '../src/channel/adapter.ts';

/** Platforms and their settings, in the order the desk names them. */
export const PLATFORM_SETTINGS: readonly { readonly name: string; readonly settings: readonly AdapterSetting[] }[] = [
  { name: 'Telegram', settings: telegram },
  { name: 'Slack', settings: slack },
  { name: 'Slack, room of the staff', settings: ROOM_SETTINGS },
  { name: 'WeChat', settings: wechat },
  { name: 'WeCom', settings: wecom },
  { name: 'Feishu', settings: feishu },
  { name: 'DingTalk', settings: dingtalk },
];

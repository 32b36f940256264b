import type { OutMessage } from '../../channel/message.ts';
import { PERSONAL_FIELDS } from '../../requests/form/draft.ts';
import { tidyLine } from '../../requests/index.ts';
import { encodeCommand, type MyDataAction } from '../command.ts';
import type { DeskEvent, HeldData } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import type { ConversationState } from '../state.ts';
import { beginCorrection } from './tracking/correct.ts';

/** The whole message: a description of papers may well speak of somebody's data. */
const SHOW =
  /^(?:(?:查看|看看|看一下|查一下|导出)?我的(?:个人)?(?:数据|信息|资料)|(?:你们?|这里)(?:存了?|保存了?|留了?|记了?)我(?:的)?(?:什么|哪些)(?:信息|数据|资料)?|(?:show )?my data)[。.!！?？]*$/iu;
const ERASE =
  /^(?:(?:请|帮我|我要|我想)?(?:删除|删掉|清除|清空|注销)(?:掉|一下)?我的(?:个人|所有|全部)*(?:数据|信息|资料|聊天记录|对话)|(?:我要?)?撤回(?:我的)?同意|(?:please )?(?:delete|erase) my data|withdraw (?:my )?consent)[。.!！]*$/iu;

/** Of a request filed: how its requester is reached. */
const CORRECT =
  /^(?:(?:我要|我想|请|帮我)?(?:更正|修改|改一下|变更)我的(?:个人)?(?:信息|资料|数据|电话|手机号?|邮箱|地址|联系方式)|correct my (?:data|phone|email|address))[。.!！]*$/iu;

function button(context: TurnContext, action: MyDataAction) {
  return { value: encodeCommand({ do: 'my-data', action }), label: context.say(`my-data.choice_${action}`) };
}

function reply(id: string, message: OutMessage, more: Partial<SkillResult> = {}): SkillResult {
  return { replies: [message], outcome: outcomeOf({ kind: 'help', id, confidence: 1 }), ...more };
}

/** What the open form holds, by the names of its questions; never the values: this may be read over a shoulder. */
function listDrafted(context: TurnContext): string {
  const { form } = context.state;
  const fields = PERSONAL_FIELDS.filter((field) => form?.draft[field] !== undefined);
  return fields.map((field) => context.say(`file.field_${field}`)).join(context.say('my-data.comma'));
}

/** Does what a button about the person's own data says. Deleting is asked about once, in the reply just before. */
export function obeyMyData(context: TurnContext, action: MyDataAction): SkillResult {
  const outcome = outcomeOf({ kind: 'help', id: `my-data-${action}`, confidence: 1 });
  switch (action) {
    case 'show':
      return { replies: [], outcome, effects: [{ kind: 'show_my_data' }] };
    case 'correct':
      return beginCorrection(context);
    case 'keep':
      return reply('my-data-keep', { kind: 'text', text: context.say('my-data.kept') });
    case 'confirm': {
      const sure = button(context, 'confirm');
      const asked = context.state.choices.some((choice) => choice.value === sure.value);
      if (!asked) return obeyMyData(context, 'erase');
      return { replies: [], outcome, effects: [{ kind: 'erase_my_data', erased: context.say('delivery.erased') }] };
    }
    case 'erase': {
      const choices = [button(context, 'confirm'), button(context, 'keep')];
      return reply('my-data-erase', { kind: 'text', text: context.say('my-data.sure'), choices });
    }
  }
}

/** A message that is about nothing but the person's own data; undefined for any other. */
export function readMyData(context: TurnContext, text: string): SkillResult | undefined {
  const line = tidyLine(text)
    .replaceAll('資料', '资料')
    .replaceAll('刪', '删')
    .replaceAll('個', '个')
    .replaceAll('訊', '信');
  if (CORRECT.test(line)) return obeyMyData(context, 'correct');
  if (ERASE.test(line)) return obeyMyData(context, 'erase');
  return SHOW.test(line) ? obeyMyData(context, 'show') : undefined;
}

/** Requests filed are the office's record and stay; what else the person may do with them (个人信息保护法 arts 45–47). */
function explainRequests(context: TurnContext, { requests, exportUrl }: HeldData): string[] {
  if (requests.length === 0) return [];
  const { office, phone } = context.release.base.profile;
  const numbers = requests.map(({ number, filedOn }) => context.say('my-data.request', { number, on: filedOn }));
  return [
    ...numbers,
    context.say('my-data.requests_stay', { office: office.value, phone: phone.value, asOf: phone.asOf }),
    ...(exportUrl === null ? [] : [context.say('my-data.export', { url: exportUrl })]),
  ];
}

/** Everything the conversation knew, as it was before it began; language and channel stay. */
const FORGOTTEN: Partial<ConversationState> = {
  form: null,
  tracking: null,
  topic: null,
  filed: undefined,
  asked: undefined,
};

/** Puts into words what is kept, or what has just been deleted and what had to stay. */
export function reportMyData(
  context: TurnContext,
  event: Extract<DeskEvent, { kind: 'my_data_shown' | 'my_data_erased' | 'my_data_on_hold' }>,
): SkillResult {
  if (event.kind === 'my_data_on_hold') {
    const numbers = event.numbers.join(context.say('my-data.comma'));
    return reply('my-data-on-hold', { kind: 'text', text: context.say('my-data.on_hold', { numbers }) });
  }
  const { held } = event;
  if (event.kind === 'my_data_erased') {
    const text = [context.say('my-data.erased', { lines: held.lines }), ...explainRequests(context, held)].join('\n');
    return reply('my-data-erased', { kind: 'text', text }, { state: FORGOTTEN });
  }
  const drafted = listDrafted(context);
  const text = [
    context.say('my-data.held', { lines: held.lines }),
    ...(drafted ? [context.say('my-data.draft', { fields: drafted })] : []),
    ...explainRequests(context, held),
    context.say('my-data.rights'),
  ].join('\n');
  const track = { value: encodeCommand({ do: 'track' }), label: context.say('track.choice_track') };
  const choices = [
    ...(held.requests.length ? [button(context, 'correct')] : []),
    button(context, 'erase'),
    ...(held.requests.length ? [track] : []),
  ];
  return reply('my-data', { kind: 'text', text, choices });
}

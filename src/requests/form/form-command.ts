import { type FieldName, findField } from './fields.ts';
import { foldLine } from './read/tidy.ts';

const PLAIN = [
  'agree',
  'disagree',
  'back',
  'cancel',
  'confirm_cancel',
  'pause',
  'continue',
  'help',
  'person',
  'submit',
  'keep',
  'begin',
  'carry',
  'restart',
] as const;
type PlainCommand = (typeof PLAIN)[number];

/** What a button of the form, or a word standing for it, asks to be done. */
export type FormCommand =
  | { readonly do: PlainCommand }
  /** Change one answer; null asks which. */
  | { readonly do: 'edit'; readonly field: FieldName | null }
  | { readonly do: 'set'; readonly field: FieldName; readonly value: string };

export function encodeFormCommand(command: FormCommand): string {
  if (command.do === 'set') return `set/${command.field}/${command.value}`;
  if (command.do === 'edit') return command.field === null ? 'edit' : `edit/${command.field}`;
  return command.do;
}

/** The command a button's action stands for; undefined for one this version does not know. */
export function decodeFormCommand(action: string): FormCommand | undefined {
  const [head = '', name = '', value = ''] = action.split('/');
  const plain = PLAIN.find((each) => each === head);
  if (plain !== undefined) return { do: plain };
  const field = findField(name)?.name;
  if (head === 'edit') return { do: 'edit', field: field ?? null };
  return head === 'set' && field !== undefined && value !== '' ? { do: 'set', field, value } : undefined;
}

/** Words that are a command when they are the whole message, at every step. */
const WORDS: readonly (readonly [PlainCommand | 'edit', RegExp])[] = [
  ['back', /^(?:返回|上一步|上一题|上一项|后退|退回|回去|回到上一步|back|previous|go back)$/u],
  ['edit', /^(?:修改|更正|改一下|我要改|我要修改|修改某项|改一项|edit|change)$/u],
  ['cancel', /^(?:取消|取消申请|不填了|不申请了|不办了|不写了|算了|算了吧|放弃|退出|cancel|quit|exit|abort)$/u],
  [
    'pause',
    /^(?:暂停|先停一下|等一下|等会儿?|等下|稍后再填|稍后|晚点再填|先不填|先不填了|以后再填|保存|先保存|pause|later|save)$/u,
  ],
  ['continue', /^(?:继续|接着填|继续填|继续填写|接着来|接着|恢复|继续申请|继续填写申请|continue|resume|go on)$/u],
  ['help', /^(?:帮助|不懂|不明白|不会填|不会|怎么填|这个怎么填|怎么写|填什么|写什么|什么意思|啥意思|说明|\?|help)$/u],
  [
    'person',
    /^(?:转人工|人工|找人工|人工客服|客服|真人|找人|找工作人员|工作人员|我要找人|转接人工|human|person|agent|operator)$/u,
  ],
  ['keep', /^(?:保留|不变|不改|不改了|保持不变|用原来的|不用改|keep|keep it|unchanged)$/u],
];

/** What one may call a field when asking to change it. */
const FIELD_WORDS: readonly (readonly [FieldName, RegExp])[] = [
  ['contactName', /联系人|contact name/u],
  ['applicant', /申请人类型|申请人身份|身份类型|个人还是单位|applicant/u],
  ['documentKind', /证件类型|证件种类|什么证件|document type/u],
  ['documentNumber', /证件号码?|身份证号?码?|证件|信用代码|号码证|document number|id number/u],
  ['email', /邮箱|电子邮件|e-?mail/u],
  ['address', /地址|address/u],
  ['phone', /电话|手机号?|联系方式|phone/u],
  ['name', /姓名|名字|名称|单位名|name/u],
  ['description', /描述|内容|所需信息|要的信息|信息内容|description/u],
  ['provision', /提供形式|形式|纸质还是电子|form of/u],
  ['delivery', /获取方式|送达方式|取得方式|领取方式|怎么给|delivery/u],
];
const CHANGE =
  /^(?:我要|我想|请|帮我)?(?:修改|更改|更正|改一?下?|重填|重新填写?|change|edit)\s*(?:(?:一下|my|the)\s*)?(\S.{0,15})$/u;
const WRONG = /^(.{1,12}?)(?:写错了|填错了|错了|不对|输错了|打错了)$/u;

function readEdit(line: string): FormCommand | undefined {
  const subject = CHANGE.exec(line)?.[1] ?? WRONG.exec(line)?.[1];
  if (subject === undefined) return undefined;
  const field = FIELD_WORDS.find(([, words]) => words.test(subject))?.[0];
  return field === undefined ? undefined : { do: 'edit', field };
}

/** The command a message is, in words; undefined when it is an answer or anything else. */
export function readFormCommand(text: string): FormCommand | undefined {
  const line = foldLine(text)
    .replace(/[。.!！,，~～\s]+$/u, '')
    .replace(/^[「“"'【[](.*)[」”"'】\]]$/u, '$1');
  const word = WORDS.find(([, pattern]) => pattern.test(line))?.[0];
  if (word === 'edit') return { do: 'edit', field: null };
  return word === undefined ? readEdit(line) : { do: word };
}

const YES =
  /^(?:是的?|对的?|好的?|好[吧了]|行|可以|嗯|同意|同意并开始|没问题|没错|确定|确认|确认提交|提交[吧了]?|开始[吧了]?|y|yes|ok|okay|sure|agree|i agree|submit|start)$/u;
const NO = /^(?:不|否|不是|不要|不行|不可以|不同意|不了|不用了?|先不|别|没有|n|no|nope|disagree|i do not agree)$/u;

/** A plain yes or no; undefined for any other message. */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  const line = foldLine(text).replace(/[。.!！,，~～\s]+$/u, '');
  if (YES.test(line)) return 'yes';
  return NO.test(line) ? 'no' : undefined;
}

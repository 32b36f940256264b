import { actOnCase, openCase } from '../../../src/cases/index.ts';
import { dayOf } from '../../../src/day.ts';
import { issueDaily } from '../../../src/desk/digests/index.ts';
import {
  appendLines,
  holdAnswer,
  joinQueue,
  recordInquiry,
  recordUnanswered,
  type Store,
} from '../../../src/store/index.ts';
import { actingRules, DRAFT, type Part, PEOPLE, usualWay } from '../../cases/office.ts';
import { seededRandom } from '../../delivery/desk-under-test.ts';
import { hire } from '../api/open-office.ts';

const DAY_MS = 86_400_000;

/** Who works here, by the part they play on the usual way of a request. */
const WHO = {
  registrar: '李姐',
  handler: '陈明',
  approver: '周局长',
  unit_head: '赵处长',
  secrecy_reviewer: '孙审',
} as const satisfies Partial<Record<Part, string>>;

/** The working day so many days ago, or the one before it. */
function workdayBefore(now: Date, days: number): Date {
  const at = new Date(now.getTime() - days * DAY_MS);
  const weekday = at.getUTCDay();
  return weekday === 0 || weekday === 6 ? workdayBefore(now, days + 1) : at;
}

/** What people who do not exist ask for: days since filing, steps of the usual way taken, the text. */
const REQUESTS = [
  { name: '刘敏', ago: 0, steps: 0, text: '2025年本局信访积案化解工作的总结', delivery: 'email' },
  { name: '张建国', ago: 3, steps: 2, text: '某街道旧房改造补偿方案', delivery: 'mail' },
  { name: '陈丽', ago: 12, steps: 5, text: '群众来访接待场所的开放时间和接访领导安排', delivery: 'email' },
  { name: '高洁', ago: 20, steps: 7, text: '2024年度信访事项受理、办理情况的统计数据', delivery: 'email' },
  { name: '吴海峰', ago: 33, steps: 4, text: '本局机关2025年度公务用车的采购合同', delivery: 'pickup' },
  { name: '何静', ago: 15, steps: 11, text: '本局内设机构和职责', delivery: 'email' },
] as const;

const TALK = [
  ['citizen', '我去年交过一份材料，想知道现在办到哪一步了'],
  ['desk', '请发申请编号和查询码。没有申请编号的，可以请工作人员来看。'],
  ['citizen', '编号找不到了，请工作人员帮我看看'],
] as const;

async function file(store: Store, now: Date, staff: Readonly<Record<string, string>>): Promise<string[]> {
  const numbers: string[] = [];
  for (const [index, { name, ago, steps, text, delivery }] of REQUESTS.entries()) {
    const at = workdayBefore(now, ago);
    const id = `seed${index}`;
    const filing = {
      draft: { ...DRAFT, id, name, description: text, delivery },
      key: { channel: 'web', conversation: id },
      actor: PEOPLE.requester,
      event: 'filed',
      random: seededRandom(id),
      numberPrefix: 'SPB',
    };
    const opened = await store.transaction((executor) => openCase({ ...actingRules, executor, now: at }, filing));
    if (!opened.done) throw new Error(JSON.stringify(opened.refusal));
    numbers.push(opened.number);
    const day = dayOf(at);
    for (const [who, event, fields = {}] of usualWay(day).slice(0, steps)) {
      const command = { number: opened.number, event, fields, actor: { ...PEOPLE[who], id: staff[who] ?? who } };
      const acted = await store.transaction((executor) => actOnCase({ ...actingRules, executor, now: at }, command));
      if (!acted.done) throw new Error(JSON.stringify(acted.refusal));
    }
  }
  return numbers;
}

async function talk(store: Store, now: Date): Promise<void> {
  const key = { channel: 'web', conversation: 'talk' };
  const lines = TALK.map(([from, text]) => ({ from, message: { kind: 'text', text } }) as const);
  await store.transaction(async (executor) => {
    await joinQueue(executor, key, '', new Date(now.getTime() - 4 * 60_000));
    await appendLines(executor, key, lines, now);
    const question = '申请公开要交钱吗';
    const replies = [
      { kind: 'text', text: '一般不收费。申请的数量、频次明显超过合理范围的，可以收取信息处理费。' },
    ] as const;
    await holdAnswer(
      executor,
      key,
      { subject: 'answer/is-it-free', why: 'listed', confidence: 1, release: 'x', question, replies },
      now,
    );
    for (const missed of ['材料丢了怎么补', '材料丢了怎么补办', '网上能不能看到会议纪要'])
      await recordUnanswered(
        executor,
        { question: missed, nearest: 'answer-deadline', channel: 'web', why: 'unsettled' },
        now,
      );
  });
}

/** Forty days of questions, more of them on some days than on others. */
async function ask(store: Store, now: Date): Promise<void> {
  const subjects = [
    'answer-deadline',
    'is-it-free',
    'how-to-apply',
    'pension',
    'household-registration',
    'medical-insurance',
  ] as const;
  await store.transaction(async (executor) => {
    for (let day = 40; day >= 0; day -= 1)
      for (let time = 0; time < 2 + ((day * 7) % 4); time += 1) {
        const subject = subjects[(day * 5 + time) % subjects.length] ?? 'pension';
        const referred = ['pension', 'household-registration', 'medical-insurance'].includes(subject);
        const authority = subject === 'household-registration' ? '沈阳市公安局' : '沈阳市人力资源和社会保障局';
        await recordInquiry(
          executor,
          { channel: ['web', 'wechat', 'feishu'][(day + time) % 3] ?? 'web', conversation: `a${day}-${time}` },
          `a${day}-${time}`,
          {
            on: dayOf(new Date(now.getTime() - day * DAY_MS)),
            kind: referred ? 'referral' : 'answer',
            subject,
            authority: referred ? authority : null,
            place: null,
            confidence: 0.9,
            instead: time === 1,
            release: null,
          },
        );
      }
    await issueDaily(executor, actingRules.release.base, now);
  });
}

/** A desk on an ordinary morning: requests in every stage, somebody who waits, an answer to look at, forty days of questions. */
export async function seedDesk(store: Store, now: Date): Promise<readonly string[]> {
  const staff: Record<string, string> = {};
  for (const [role, name] of Object.entries(WHO))
    staff[role] = `staff:${(await hire({ store, now: () => now }, role, [role as keyof typeof WHO], { name })).id}`;
  const numbers = await file(store, now, staff);
  await talk(store, now);
  await ask(store, now);
  return numbers;
}

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import type { Draft } from '../../../src/requests/form/draft.ts';
import { type FormState, formStateSchema } from '../../../src/requests/form/form-state.ts';
import { type FormMove, listAsked, openForm, stepForm } from '../../../src/requests/index.ts';
import { dose } from '../../dose.ts';

const today = '2026-11-23' as Day;
const PERSON: Draft = {
  id: 'd1',
  description: '2017年信访工作要点',
  applicant: 'person',
  name: '张三',
  documentKind: 'resident_id',
  documentNumber: '11010519491231002X',
  phone: '13800138000',
  provision: 'electronic',
  delivery: 'email',
  email: 'zhangsan@example.com',
};
const ANSWERS: readonly (readonly [step: string, typed: string])[] = [
  ['description', '2017年信访工作要点'],
  ['consent', '同意'],
  ['applicant', '我自己'],
  ['name', '我叫张三'],
  ['documentKind', '身份证'],
  ['documentNumber', '110105 19491231 002x'],
  ['phone', '138 0013 8000'],
  ['provision', '电子版'],
  ['delivery', '发邮箱'],
  ['email', 'zhangsan@example.com'],
];
const COMMANDS = ['返回', '修改', '取消', '暂停', '继续', '帮助', '转人工'] as const;

const atStep = (step: string): FormState => ({
  draft: PERSON,
  step,
  paused: false,
  editing: false,
  consented: !['description', 'consent', 'check'].includes(step),
});
const type = (form: FormState, text: string) => stepForm(form, { kind: 'text', text }, today);
const press = (form: FormState, action: string) => stepForm(form, { kind: 'action', action }, today);
const formOf = (move: FormMove): FormState => {
  if (!('form' in move)) throw new Error(`the form is gone: ${move.kind}`);
  return move.form;
};
const stepOf = (move: FormMove) => ('form' in move ? move.form.step : move.kind);
const problemOf = (move: FormMove) => (move.kind === 'ask' ? move.problem?.key : undefined);

describe('a filing from the first question to the last', () => {
  test.each([
    ['护照', 'passport'],
    ['我没有身份证，用护照行吗', 'passport'],
    ['换成回乡证', 'hkmo_permit'],
  ])('asked for the number of one document, %s names another: its number is asked for', (typed, documentKind) => {
    const move = type(atStep('documentNumber'), typed);
    expect(stepOf(move)).toBe('documentNumber');
    expect(problemOf(move)).toBeUndefined();
    expect(formOf(move).draft).toEqual({ ...PERSON, documentKind, documentNumber: undefined });
  });

  it('asks a person one thing at a time', () => {
    let form = openForm('d1', null, today);
    for (const [step, typed] of ANSWERS) {
      expect(form.step).toBe(step);
      form = formOf(type(form, typed));
    }
    expect(form.step).toBe('review');
    expect(type(form, '提交')).toMatchObject({ kind: 'submit', draft: PERSON });
  });

  it('asks an organisation for its code and whom to call', () => {
    const typed = [
      '2017年信访工作要点',
      '同意并开始',
      '公司',
      '沈阳某某科技有限公司',
      '营业执照',
      '91350100M000100Y43',
      '李四',
      '024-22721234转1',
      '纸质的',
      '寄给我',
      '沈阳市沈河区市府大路1号',
    ];
    const form = typed.reduce((state, text) => formOf(type(state, text)), openForm('d2', null, today));
    expect(type(form, '确认')).toMatchObject({
      kind: 'submit',
      draft: { documentKind: 'uscc', contactName: '李四', phone: '024-22721234转1', delivery: 'mail' },
    });
  });

  it('needs no delivery for looking at papers on the spot, and files no address left from before', () => {
    const form = { ...atStep('provision'), draft: { ...PERSON, address: '沈阳市沈河区市府大路1号' } };
    const move = type(formOf(type(form, '现场看')), '提交');
    expect(move).toMatchObject({ kind: 'submit' });
    expect(move.kind === 'submit' && Object.keys(move.draft)).not.toContain('address');
    expect(move.kind === 'submit' && Object.keys(move.draft)).not.toContain('email');
  });

  it('keeps text carried over as the description, when it can be one', () => {
    expect(openForm('d', '2017年信访工作要点', today)).toMatchObject({ step: 'consent' });
    expect(openForm('d', '嗯', today)).toEqual({
      draft: { id: 'd' },
      step: 'description',
      paused: false,
      editing: false,
    });
  });

  it('asks nothing personal before the notice is agreed to', () => {
    const form = openForm('d', '2017年信访工作要点', today);
    expect(stepOf(press(form, 'set/applicant/person'))).toBe('consent');
    expect(stepOf(press(form, 'edit/phone'))).toBe('description');
    expect(stepOf(press(form, 'submit'))).toBe('consent');
    expect(problemOf(type(form, '张三'))).toBe('at_consent');
    expect(type(form, '不同意').kind).toBe('declined');
  });

  it('takes the number itself as the answer to which document', () => {
    const form: FormState = {
      ...atStep('documentKind'),
      draft: { id: 'd', description: PERSON.description, applicant: 'person', name: '张三' },
    };
    expect(formOf(type(form, '11010519491231002x'))).toMatchObject({
      step: 'phone',
      draft: { documentKind: 'resident_id', documentNumber: '11010519491231002X' },
    });
  });
});

describe('choices in own words', () => {
  test.each([
    ['applicant', '1', 'person'],
    ['applicant', '①', 'person'],
    ['applicant', '第二个', 'organisation'],
    ['applicant', '选2', 'organisation'],
    ['applicant', '个人', 'person'],
    ['applicant', '我自己要的', 'person'],
    ['applicant', '不是公司，是我自己', 'person'],
    ['applicant', '我们合作社', 'organisation'],
    ['documentKind', '身份证', 'resident_id'],
    ['documentKind', '回乡证', 'hkmo_permit'],
    ['documentKind', '军官证', 'other'],
    ['provision', '给我一份纸的', 'paper'],
    ['provision', 'PDF', 'electronic'],
    ['delivery', '发我电子邮件', 'email'],
    ['delivery', '快递寄给我', 'mail'],
    ['delivery', '我自己去取', 'pickup'],
  ] as const)('at %s, %j means %s', (step, typed, option) => {
    expect(formOf(type(atStep(step), typed)).draft[step]).toBe(option);
  });

  test.each([
    ['applicant', '个人或者公司'],
    ['applicant', '随便'],
    ['delivery', '9'],
  ] as const)('at %s, %j is asked again', (step, typed) => {
    const move = type(atStep(step), typed);
    expect([stepOf(move), problemOf(move)]).toEqual([step, 'choose']);
  });
});

describe.each([...ANSWERS.map(([step]) => step), 'check', 'pick', 'review'])('at %s', (step) => {
  const form = atStep(step);

  it.each(COMMANDS)('%s works in words and loses nothing', (command) => {
    const move = type(form, command);
    expect(problemOf(move)).toBeUndefined();
    expect(formOf(move).draft).toEqual(PERSON);
  });

  it('返回 goes to the question before', () => {
    const order = listAsked(PERSON).map((field) => field.name as string);
    const before: Record<string, string> = {
      description: 'description',
      consent: 'description',
      check: 'description',
      applicant: 'description',
      pick: 'review',
      review: 'email',
    };
    expect(stepOf(type(form, '返回'))).toBe(before[step] ?? order[order.indexOf(step) - 1]);
  });

  it('取消 asks once, and only a yes cancels', () => {
    const asked = formOf(type(form, '取消'));
    expect(asked).toMatchObject({ step, cancelling: true, draft: PERSON });
    expect(type(asked, '是的').kind).toBe('cancelled');
    expect(type(asked, '取消').kind).toBe('cancelled');
    expect(press(asked, 'confirm_cancel').kind).toBe('cancelled');
    for (const back of [type(asked, '不'), press(asked, 'continue')]) {
      expect(formOf(back).draft).toEqual(PERSON);
      expect(formOf(back).cancelling).toBe(false);
    }
  });

  it('暂停 puts it aside and 继续 takes it up at the same question', () => {
    const paused = type(form, '先不填了');
    expect(paused).toMatchObject({ kind: 'paused', form: { step, paused: true, draft: PERSON } });
    const again = type(formOf(paused), '继续填写');
    // Going on from the check means filing here after all.
    expect(formOf(again)).toMatchObject({ step: step === 'check' ? 'consent' : step, paused: false });
  });

  it('帮助 explains and asks again', () => {
    expect(type(form, '怎么填')).toMatchObject({ kind: 'ask', help: true, form: { step } });
  });

  it('转人工 leaves the form for later', () => {
    expect(type(form, '人工客服')).toMatchObject({ kind: 'person', form: { paused: true } });
  });

  it('the buttons do what the words do', () => {
    for (const [action, word] of [
      ['back', '返回'],
      ['edit', '修改'],
      ['cancel', '取消'],
      ['pause', '暂停'],
      ['continue', '继续'],
      ['help', '帮助'],
      ['person', '转人工'],
    ] as const) {
      expect(press(form, action), action).toEqual(type(form, word));
    }
  });
});

describe('changing an answer', () => {
  it('goes from the list to the item and back to the list', () => {
    const list = formOf(type(atStep('review'), '修改'));
    expect(list.step).toBe('pick');
    const item = formOf(type(list, '6'));
    expect(item).toMatchObject({ step: 'phone', editing: true });
    expect(formOf(type(item, '13900139000'))).toMatchObject({
      step: 'review',
      draft: { ...PERSON, phone: '13900139000' },
    });
    expect(formOf(type(item, '保留'))).toMatchObject({ step: 'review', draft: PERSON });
    expect(stepOf(type(item, '返回'))).toBe('review');
  });

  test.each([
    ['修改电话', 'phone'],
    ['我要改一下邮箱', 'email'],
    ['身份证号写错了', 'documentNumber'],
    ['名字错了', 'name'],
    ['change phone', 'phone'],
  ])('%j goes straight there', (typed, step) => {
    expect(stepOf(type(atStep('review'), typed))).toBe(step);
  });

  it('asks again only what no longer fits', () => {
    const company = formOf(type(atStep('applicant'), '公司'));
    expect(company.step).toBe('name');
    expect(company.draft).toEqual({ ...PERSON, applicant: 'organisation' });
    const back = formOf(press(company, 'set/applicant/person'));
    expect(back).toMatchObject({ step: 'review', draft: PERSON });
    const paper = formOf(type(atStep('provision'), '纸质'));
    expect(paper.step).toBe('delivery');
    expect(problemOf(type(paper, 'email'))).toBe('choose');
  });

  it('is not submitted while something is open', () => {
    const form = { ...atStep('review'), draft: { ...PERSON, phone: '123' } };
    expect(stepOf(press(form, 'submit'))).toBe('phone');
  });
});

describe('a question about something else', () => {
  test.each([
    ['description', '要钱吗'],
    ['description', '多久能答复？'],
    ['name', '要钱吗'],
    ['name', '多久能办好'],
    ['name', '怎么申请复议'],
    ['phone', '你们在哪？'],
    ['documentNumber', '多久答复我？'],
    ['email', '能不能寄给我'],
    ['applicant', '多长时间能办完'],
    ['consent', '收费吗？'],
    ['review', '多久能收到？'],
  ])('at %s, %j is left to the turn and the form waits', (step, typed) => {
    expect(type(atStep(step), typed)).toMatchObject({ kind: 'other', form: { step, draft: PERSON } });
  });

  test.each([
    ['description', '2017年收了多少钱的罚款？'],
    ['description', '信访工作要点是什么'],
    ['description', '怎么处理信访积案的文件'],
    ['name', '哪吒文化传媒有限公司'],
    ['name', 'Will Smith'],
  ])('at %s, %j is the answer', (step, typed) => {
    const form =
      step === 'name' && typed.endsWith('公司')
        ? { ...atStep(step), draft: { ...PERSON, applicant: 'organisation' as const } }
        : atStep(step);
    expect(formOf(type(form, typed)).draft[step as 'name']).toBe(typed);
  });

  test.each([
    ['documentNumber', '为什么要身份证号？'],
    ['phone', '要电话干嘛'],
    ['name', '为什么要写名字'],
  ])('at %s, %j is explained on the spot', (step, typed) => {
    expect(type(atStep(step), typed)).toMatchObject({ kind: 'ask', help: true, form: { step } });
  });

  test.each([
    ['documentNumber', '没有身份证', 'documentNumber_none'],
    ['phone', '我没有手机', 'phone_none'],
    ['email', '没有邮箱', 'email_none'],
    ['name', '匿名可以', 'name_anonymous'],
  ])('at %s, %j is told what can be done instead', (step, typed, problem) => {
    expect(problemOf(type(atStep(step), typed))).toBe(problem);
  });
});

describe('whatever comes', () => {
  const words = fc.constantFrom(
    ...COMMANDS,
    ...ANSWERS.map(([, typed]) => typed),
    '提交',
    '是',
    '不',
    '保留',
    '修改电话',
    '公司',
    '1',
    '2',
    '要钱吗？',
    '\ud800',
    '\u202e\u0000',
    '__proto__',
  );
  const actions = fc.constantFrom(
    'set/applicant/organisation',
    'set/delivery/mail',
    'set/__proto__/x',
    'edit/phone',
    'submit',
    'keep',
    'begin',
    'nonsense',
    'set//',
  );
  const input = fc.oneof(
    fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 })).map((text) => ({ kind: 'text' as const, text })),
    actions.map((action) => ({ kind: 'action' as const, action })),
  );

  it('nothing throws, the state stays storable, and no answer is lost', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        let form = openForm('d', null, today);
        for (const each of inputs) {
          const move = stepForm(form, each, today);
          if (!('form' in move)) break;
          const before = Object.keys(form.draft);
          expect(Object.keys(move.form.draft)).toEqual(expect.arrayContaining(before));
          form = formStateSchema.parse(JSON.parse(JSON.stringify(move.form)));
          expect(form).toEqual(move.form);
        }
      }),
      { seed: 711, numRuns: dose(400) },
    );
  });

  it('a step this version does not know leads to the first open question', () => {
    expect(stepOf(type({ ...atStep('purpose'), consented: true }, '继续'))).toBe('review');
    expect(stepOf(type({ draft: { id: 'd' }, step: 'purpose', paused: false, editing: false }, '继续'))).toBe(
      'description',
    );
  });
});

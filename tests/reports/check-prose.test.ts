import { describe, expect, it } from 'vitest';
import { documentOfText } from '../../src/reports/document.ts';
import { type CheckOptions, checkReport } from '../../src/reports/index.ts';
import { readReport } from '../../src/reports/read/read-report.ts';
import { asText } from './made-report.ts';

const check = (text: string, options: CheckOptions = {}) =>
  checkReport(readReport(documentOfText(text), '2022_海棠市.txt'), options);
const told = (text: string, options: CheckOptions = {}) =>
  check(text, options).problems.map(({ code, sums }) => `${code} ${sums.left}/${sums.right}`);

describe('sound prose raises no alarm', () => {
  it.each([
    ['all parts told', '全年发布信息620条，其中网站400条、微信180条、报刊40条。'],
    ['parts of parts', '办理建议提案9件，其中建议5件（主办2件、会办3件），提案4件。'],
    ['a few parts named', '主动公开信息5300条，其中政策解读20条、会议公开31条。'],
    ['one part named', '新闻发布活动191场，其中疫情发布会151场。'],
    ['ten thousands', '主动公开67.45万条，其中网站46.95万条、新媒体16.74万条、其他方式3.76万条。'],
    ['things of several kinds', '发布信息30条。其中，文章20条、视频4条、图片6幅。'],
    ['parts that are not exact', '发布信息3000余条，其中网站2000条、微信500条、其他100条。'],
    ['shares beside parts', '收到申请34件，其中自然人30件，占比88.2%，企业4件，占比11.8%。'],
    ['growth beside a whole', '收到申请34件，比上年增加12件，其中当面3件、网络31件。'],
    ['all handled or carried on', '共办理申请195件，192件均按期答复，3件结转下年度办理。'],
    ['carried over too', '收到申请20件，上年结转2件，办结21件，结转下年度1件。'],
    ['some told elsewhere', '收到申请35件，依法受理8件，书面答复8件，对不属本市管辖的27件作了告知。'],
    ['an extract cut short', '「主动公开信息491条。其中,新闻281条,公告60条…登记83条」'],
    ['another figure after the last part', '行政复议5件，其中维持3件、纠正1件、尚未审结1件；行政诉讼2件，均维持。'],
    ['growth between whole and parts', '共收到申请213件，较上年减少17件，下降7.4%。其中，自然人198件，企业15件。'],
    ['nothing to add', '召开发布会2场，编发快报21期。'],
  ])('%s', (_what, text) => expect(told(text)).toEqual([]));
});

describe('a wrong number in prose is found', () => {
  it.each([
    ['全年发布信息620条，其中网站400条、微信180条、报刊41条。', ['must_parts 621/620']],
    ['全年发布信息920条，其中网站400条、微信180条、报刊40条。', ['must_parts 620/920']],
    ['办理提案9件（主办5件、会办3件）。', ['must_parts 8/9']],
    ['主动公开67.45万条，其中网站46.95万条、新媒体16.74万条、其他方式3.86万条。', ['must_parts 675500/674500']],
    ['行政复议7件，其中维持3件、纠正1件、尚未审结1件；行政诉讼2件。', ['must_parts 5/7']],
    ['行政复议4件，其中维持3件，纠正1件，尚未审结1件。', ['must_parts 5/4']],
    ['新闻发布活动191场，其中疫情发布会291场。', ['must_parts 291/191']],
    ['共办理申请195件，192件均按期答复，4件结转下年度办理。', ['must_parts 196/195']],
    ['收到申请35件，依法受理8件，对不属本市管辖的37件作了告知。', ['must_parts 45/35']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('parts above their whole', () => {
  const text = '主动公开信息97条，其中网站82条、微信20条、报刊3条。';

  it('are wrong, unless somebody marked that they overlap', () => {
    expect(told(text)).toEqual(['must_parts 105/97']);
    expect(check(text, { overlaps: [{ whole: 97, parts: [82, 20, 3] }] })).toMatchObject({
      ok: true,
      overlaps: [{ sums: { left: 105, right: 97 }, difference: 8 }],
    });
    expect(check(text, { overlaps: [{ metric: '主动公开' }] }).ok).toBe(true);
    expect(check('主动公开信息97条，其中网站82条、微信20条、报刊3条，同一信息可在多个渠道发布。').ok).toBe(true);
  });

  it('marked for other values are wrong all the same', () => {
    expect(told(text, { overlaps: [{ whole: 97, parts: [82, 20, 4] }] })).toEqual(['must_parts 105/97']);
    expect(
      told('主动公开信息98条，其中网站82条、微信20条、报刊3条。', { overlaps: [{ whole: 97, parts: [82, 20, 3] }] }),
    ).toEqual(['must_parts 105/98']);
  });
});

describe('the text and the tables', () => {
  const report = asText();

  it('agree in a sound report', () => {
    expect(check(report)).toMatchObject({ ok: true });
  });

  it.each([
    ['2023年收到政府信息公开申请3件。', ['must_text 3/25431']],
    ['2023年收到政府信息公开申请25431件。', []],
    ['2023年共办理政府信息公开申请25510件。', []],
    ['2023年收到网上申请3件。', []],
    ['全年未发生行政复议。', ['must_text 0/113']],
    ['全年行政诉讼258件。', []],
    ['制定规范性文件5件。', ['must_text 5/4']],
  ])('%s', (sentence, expected) => {
    expect(told(report.replace('一、总体情况', `一、总体情况\n${sentence}`))).toEqual(expected);
  });
});

describe('a table told row by row', () => {
  it('is weighed as far as it goes, and says what it took for zero', () => {
    const listing = [
      '[figures]',
      '新收 自然人/企业/总计\t60/2/62\t件',
      '予以公开\t59/2/61\t件',
      '部分公开\t1/0/1\t件',
      '其他处理3其他\t1/0/1\t件',
      '总计\t61/2/63\t件',
      '结转\t0\t件',
    ].join('\n');
    expect(check(listing).problems).toMatchObject([
      { code: 'must_balance', about: '总计', sums: { left: 62, right: 63 }, assumed: ['二、上年结转'] },
    ]);
  });

  it('and a listing of a whole with its parts are weighed, and the listing against its sentence', () => {
    const listing = (whole: number) =>
      `[figures]\n主动公开\t${whole}\t条\n市门户\t5200\t条\n县区门户\t14541\t条\n部门网站\t14650\t条\n政务新媒体\t19002\t条\n受理申请\t385\t件`;
    expect(told(listing(53_393))).toEqual([]);
    expect(told(listing(53_493))).toEqual(['must_parts 53393/53493']);
    expect(told(`${listing(53_393)}\n\n[quotes]\n「共受理申请395件」`)).toEqual(['must_listing 385/395']);
  });
});

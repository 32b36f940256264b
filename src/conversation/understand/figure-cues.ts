import type { FigureQuery } from '../../figures/index.ts';

/** Asks for a quantity. */
const QUANTITY =
  /多少|几(?=[件条个次期幅名篇张份项人成批回封起宗万元])|数量|数目|总数|数(?=有|是|呢|吗|$)|总量|件数|期数|占比|比例|百分|[率度](?:是|有|达|为|怎)|多大|多高|有没有|how (?:many|much)|number of|percent|share of|total/iu;
/** Asks for a time or a price, as questions about the procedure do: 多少天, 几号, 多少钱. */
const TIME_OR_PRICE = /多少(?:天|日|个?工作日|时间|钱|元|页)|几(?:天|日|个?工作日|点|号|年|块|元)|多久|多长/u;
/** Speaks of what happened rather than of what one may do. */
const TOLD = /了|收到|全年|一年|年度|年报|报告|一共|总共|共计|当年|那年|你们|信访局|received|in \d{4}|last year/iu;
/** Asks for a day, a name or a number of a document, as questions for what a report states in words do. */
const WORDS =
  /哪天|哪一天|几月|几号|什么时候|何时|日期|文号|号令|哪个|哪份|哪部|什么文件|什么法规|第几|叫什么|when|which/iu;
/** Asks what one may, must or should do: never a figure of the past. */
const PROCEDURE =
  /可以|能不能|能否|需要|应该|应当(?!受理)|怎么(?!回事)|如何|要不要|必须|最多|至少|我(?!们)|我的|一次|每次|期限|收费标准|说明什么|can i|should|must|how (?:do|to|can)/iu;

const OPERATIONS: readonly (readonly [FigureQuery['kind'], RegExp])[] = [
  [
    'per-day',
    /平均每天|每天平均|日均|平均一天|一天平均|每天(?:平均|大概|大约)?[发公收办]|per day|daily average|a day on average/iu,
  ],
  ['per-month', /平均每个?月|每个?月平均|月均|一个月平均|per month|monthly average|a month on average/iu],
  [
    'difference',
    /相差|差(?:了)?多少|差几|[多少高低](?:了|出)?多少|[多少][几](?=[件条个次期幅])|提高|上升|增加|[升涨降](?:了|到)|下降|变化|变动|difference|more than|increase/iu,
  ],
  ['share', /占(?!比)|百分之几|百分之多少|几成|占比|比例|比重|率|percent|share of|proportion/iu],
  [
    'parts',
    /分别|各(?:是|有|占)?(?:多少|几)|其中|构成|组成|明细|哪几(?:类|部分|种)|都有哪些|各渠道|breakdown|respectively/iu,
  ],
  ['sum', /加起来|加一起|合起来|一共|总共|合计|之和|总和|共计|sum|altogether|in total/iu],
];

export interface FigureCues {
  readonly quantity: boolean;
  readonly timeOrPrice: boolean;
  readonly words: boolean;
  readonly told: boolean;
  readonly procedure: boolean;
  /** Operations the words point to, the most particular first. */
  readonly operations: readonly FigureQuery['kind'][];
}

/** Words that tell a question for a figure from a question about the procedure, and what to do with the figures. */
export function readFigureCues(text: string): FigureCues {
  return {
    quantity: QUANTITY.test(text),
    timeOrPrice: TIME_OR_PRICE.test(text),
    words: WORDS.test(text),
    told: TOLD.test(text),
    procedure: PROCEDURE.test(text),
    operations: OPERATIONS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind),
  };
}

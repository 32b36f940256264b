import { maskName } from './mask.ts';
import { maskNumbersInText, starCharacters } from './mask-text.ts';

/** What a query code looks like, on its own among other words: it opens a request. */
const QUERY_CODE = /(?<![A-Za-z0-9])[2-9BCDFGHJKMNPQRSTVWXYZ]{4}[ -]?[2-9BCDFGHJKMNPQRSTVWXYZ]{4}(?![A-Za-z0-9])/giu;
/** Families of more than nine in ten people; 我是 before anything else says what somebody is, not who. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文';
const END = '(?=[，。,.；;、！!？?\\s]|$|的|住|家|想|要|在|电话|手机|身份证|，|：)';
/** 我叫张三, 姓名：李四, 本人王五. */
const NAMED =
  /(?<=(?:我叫|名叫|我的名字(?:叫|是)|姓名[是为:：]?|联系人[是为:：]?|申请人[是为:：])\s?)\p{Script=Han}{2,4}?(?=[，。,.；;、！!？?\s的住家想要在]|电话|手机|身份证|$)/gu;
const INTRODUCED = new RegExp(`(?<=(?:我是|本人|我爸|我妈|我父亲|我母亲))[${FAMILY}]\\p{Script=Han}{1,2}${END}`, 'gu');
const CALLED_IN_LATIN = /(?<=\b(?:my name is|i am called|i'm called)\s)\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*){0,3}/giu;
/** 12号楼3单元501室: where somebody lives. 第711号 and 〔2021〕30号 name documents. */
const HOUSE = /(?<![第〕\]】)\d])\d{1,5}(?=(?:号楼|号院|单元|室|弄|幢|栋|号(?!令|文|公告|通知)))/gu;

/**
 * What somebody told, without what says who they are: numbers, e-mail addresses, query codes, the name people give of
 * themselves and the number of a house. Shapes only; applied before a question is stored where editors read it.
 */
export function maskTold(text: string): string {
  return maskNumbersInText(text)
    .replaceAll(QUERY_CODE, '********')
    .replaceAll(NAMED, maskName)
    .replaceAll(INTRODUCED, maskName)
    .replaceAll(CALLED_IN_LATIN, maskName)
    .replaceAll(HOUSE, (digits) => starCharacters(digits, 0, 0));
}

import { accept, type Reading, refuse } from './reading.ts';
import { countCharacters, tidyLine, tidyText } from './tidy.ts';

const LEAST = 4;
const MOST = 2000;
const FRAME = /^(?:请|希望|要求|恳请|我想?要?|想要?|申请|公开|一下|获取|查询|一份|政府信息|的|\s)+/u;

/** A bare number (a phone, an identity number) describes nothing. */
function hasWords(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 || (text.match(/\p{L}/gu)?.length ?? 0) >= 4;
}

/** What information is wanted: enough to look for it, not so long that it cannot be one matter. */
export function readDescription(text: string): Reading {
  const description = tidyText(text);
  const length = countCharacters(description);
  if (length > MOST) return refuse('description_long', { count: length, most: MOST });
  const subject = description.replace(FRAME, '').replaceAll(/[\p{P}\p{S}\s]/gu, '');
  return length >= LEAST && hasWords(subject) ? accept(description) : refuse('description_short');
}

/** （一）, ② anywhere; 1. and 二、 at the head of a line or clause. */
const NUMBERED =
  /[(（][1-9一二三四五六七八九][)）]|[①-⑨]|(?:^|[\n；;。，,：:\s])\s*(?:[1-9一二三四五六七八九](?:[)）、．]|\.(?!\d))|第[一二三四五]、)/gu;

/** Whether several matters seem to be asked in one request. A hint for the requester, never a reason to refuse. */
export function seemsSeveralMatters(description: string): boolean {
  const numbered = description.match(NUMBERED) ?? [];
  return numbered.length >= 2 || /(?:另外|此外|还有|同时|另)[，,]?(?:请|申请|要求|想要?|希望)/u.test(description);
}

const ADDRESS = { least: 6, most: 150 };

/** A postal address a letter can find. The postcode is welcome, not required. */
export function readAddress(text: string): Reading {
  const address = tidyLine(text).replace(/^(?:我的)?(?:通信|通讯|邮寄|收件|联系|家庭|详细)*地址\s*[:：是为]?\s*/u, '');
  const length = countCharacters(address);
  if (length > ADDRESS.most) return refuse('address_long', { most: ADDRESS.most });
  return length >= ADDRESS.least && /\p{L}/u.test(address) ? accept(address) : refuse('address_short');
}

/** Words before a metric that say when or how it came about, not what it is. */
const LEAD =
  /^(?:[\s,，、；;：:。（）()「」…·\-—>]+|其中(?!心)|其余|包括|包含|另外|此外|同时|并且|并|而|和|与|及|以及|还|\d{1,2}月(?:\d{1,2}日)?[前底末起]?|截[至止](?:\d{4}年)?[^,，…]{0,8}?(?:底|末|日|目前)|(?:\d{4}|本|当|今|该)年(?:度)?(?:以来|内|末|底|间)?|全年度?|年度?内|一年来|报告期内|年度|我局|本局|我市|全市|全区|全县|全省|我区|我县|本机关|一共|共计|总共|累计|合计|总计|共|先后|主动(?=通过)|已经?|均|都|全部|分别|含(?!量)|其(?![他它余])|对(?=不|非|$)|实现了?|有|为|约|近|以|把|将)/u;
/** Words after a metric that lead to its number. */
const TAIL =
  /(?:[\s,，、：:（(「」…\-—]+|共计|累计|合计|总计|共有?|总数为?|数量为?|达到了?|达|为|是|有|约|近|超过|超|逾|各|均|分别|以|已|了|由原来的|由|从|至|(?<![收接])到|在|等|的|最高|平均)$/u;
/** Verbs whose object stands after the number: 召开2次新闻发布会. */
const TAKES_OBJECT =
  /(?:收到|接到|受理|办理|召开|举办|举行|开展|组织|发布|制发|制定|印发|出台|编发|编制|编写|新增|增加|增设|新建|新设|设置|设立|设有|开设|开通|建成|建立|建设|完成|公开|公布|刊发|刊登|报送|上报|送交|参加|参与|提供|安排|配备|培训|处理|答复|回应|回复|涉及|发生|引发|产生|存在|需要|拥有|运营|维护|梳理|清理|废止|修改|修订|新制定|承办|主办|接待|解答|采纳|征集|发出|下发|转发|推送|制作|投入|出版|发行|保留|关停|整合|现有|共有|有|即|含|计)$/u;

function strip(text: string, pattern: RegExp): string {
  let rest = text;
  for (let next = rest.replace(pattern, ''); next !== rest; next = rest.replace(pattern, '')) rest = next;
  return rest;
}

/** What stands before a number, freed of the words around the metric. */
export function cleanBefore(before: string): string {
  const name = strip(strip(before.replaceAll(/\s+/gu, ''), TAIL), LEAD);
  // Quotation marks that the clause cut in two say nothing.
  return (name.match(/“/gu)?.length ?? 0) === (name.match(/”/gu)?.length ?? 0) ? name : name.replaceAll(/[“”]/gu, '');
}

/** What stands after a number, up to where it stops speaking of it. */
export function cleanAfter(after: string): string {
  const until = after.replaceAll(/\s+/gu, '').split(/[,，。；;：:、（）()…！？]/u)[0] ?? '';
  // From 10% up to 26%: the words between the two are the second's.
  if (/^(?:上升|提高|提升|增长|增加|增至|升至|下降|降至|减少|减至)/u.test(until)) return '';
  return strip(until, /^(?:的|均|都|已|全部|左右|以上|以下|余|次|,)/u).replace(
    /(?:和|及|与|以及|共计?|有|为|的)$/u,
    '',
  );
}

const MOST_AFTER = 20;

export interface QuantityName {
  /** Empty when neither side says what is counted. */
  readonly name: string;
  /** Whether the words after the number are part of it. */
  readonly tookAfter: boolean;
}

/** Names a quantity by the words on both sides of it. */
export function nameQuantity(before: string, after: string): QuantityName {
  const enumerated = /[“"][^”"]*[”"]等?$/u;
  const own = cleanBefore(before);
  const object = cleanAfter(after).slice(0, MOST_AFTER);
  const spelt = object !== '' && enumerated.test(own) ? cleanBefore(own.replace(enumerated, '')) : own;
  if (spelt === '') return { name: object, tookAfter: object !== '' };
  const bare = before.replaceAll(/\s+/gu, '').replace(/(?:了|共计?|累计|各|约|近)+$/u, '');
  if (object !== '' && (/(?:由|有|含|即)$/u.test(bare) || TAKES_OBJECT.test(spelt) || /[”"]等?$/u.test(bare)))
    return { name: `${spelt}${object}`, tookAfter: true };
  return { name: spelt, tookAfter: false };
}

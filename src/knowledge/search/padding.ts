/**
 * Words of courtesy that carry no question. They are taken from the two ends only, so 谢谢 inside a title survives.
 * They are the grammar of any polite message and not knowledge of one authority, hence code and not YAML.
 */
const BEFORE = `你好 您好 妳好 大家好 早上好 上午好 中午好 下午好 晚上好 在吗 在么 有人吗
请问一下 请问下 请问 请教一下 请教 我想问一下 我想问下 我想问 我想请问 我想请教 我想咨询一下 我想咨询 我想知道 我想了解一下 我想了解
想问一下 想问下 想问问 想问 想请问 想咨询一下 想咨询 想知道 想了解一下 想了解 问一下 问下 问问 咨询一下 咨询下
麻烦问一下 麻烦问下 麻烦您 麻烦 劳驾 打扰一下 打扰了 打扰 不好意思 能不能告诉我 能否告诉我 可以告诉我 可不可以告诉我
能告诉我 请告诉我 告诉我 帮我看一下 帮我查一下 帮忙看一下 嗯 哎 唉
hello|hi|hey|please|excuse me|could you tell me|can you tell me|would you tell me|please tell me|tell me`;
/** Short words that also end longer ones (网吧, 应急) are left to the ranking. */
const AFTER = `谢谢您 谢谢你 谢谢了 谢谢 谢了 多谢 非常感谢 麻烦了 麻烦您了 麻烦你了 辛苦了 拜托了 请回复
吗 嘛 呢 啊 呀 哦 噢 哈 啦 哟 请问 不好意思 你好 您好
thank you|thanks|thx|please`;

/** Lines of Chinese are parted by spaces; the last line, of English phrases, by bars. */
function readWords(list: string): string[] {
  const lines = list.split('\n');
  const english = lines.pop() ?? '';
  return [...lines.join(' ').split(' '), ...english.split('|')].sort((a, b) => b.length - a.length);
}
const openings = readWords(BEFORE);
const closings = readWords(AFTER);
const SEPARATOR = /[\s\p{P}\p{S}]/u;
const ASCII_WORD = /[a-z0-9]/u;

/** A word of Latin letters only counts as padding when no further letter follows it: `hi` but not `history`. */
function isWholeWord(text: string, word: string, at: number): boolean {
  const last = word.at(-1) ?? '';
  const first = word[0] ?? '';
  const after = text[at + word.length] ?? '';
  const before = text[at - 1] ?? '';
  return !(ASCII_WORD.test(last) && ASCII_WORD.test(after)) && !(ASCII_WORD.test(first) && ASCII_WORD.test(before));
}

/** Takes courtesy and punctuation from both ends, until none is left. A message of nothing else is returned as it is. */
export function stripPadding(text: string): string {
  let start = 0;
  let end = text.length;
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    while (start < end && SEPARATOR.test(text[start] ?? '')) start++;
    while (end > start && SEPARATOR.test(text[end - 1] ?? '')) end--;
    const opening = openings.find(
      (word) => text.startsWith(word, start) && start + word.length <= end && isWholeWord(text, word, start),
    );
    if (opening !== undefined) start += opening.length;
    const closing = closings.find(
      (word) => text.endsWith(word, end) && end - word.length >= start && isWholeWord(text, word, end - word.length),
    );
    if (closing !== undefined) end -= closing.length;
  }
  return start < end ? text.slice(start, end) : text;
}

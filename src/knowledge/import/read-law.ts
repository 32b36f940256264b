/** An article of a law: its number, and its text on one line. */
export interface Article {
  readonly article: number;
  readonly text: string;
}

const DIGITS = '零一二三四五六七八九';

/** 三十六 is 36, 一百零五 is 105: numbers of articles as laws write them. */
function readNumber(words: string): number {
  let [total, digit] = [0, 0];
  for (const mark of words.replaceAll('〇', '零')) {
    const step = mark === '千' ? 1000 : mark === '百' ? 100 : mark === '十' ? 10 : 0;
    if (step === 0) digit = DIGITS.indexOf(mark);
    else {
      total += Math.max(1, digit) * step;
      digit = 0;
    }
  }
  return total + digit;
}

/** 第三十六条 at the beginning of a line; one within a sentence only refers to it. */
const HEAD = /^[\s　]*第([零〇一二三四五六七八九十百千]{1,9})条[\s　]*/u;
const PART = /^[\s　]*第[零〇一二三四五六七八九十百]{1,5}[编章节][\s　]/u;

/** The articles of a law's text, in order. Headings of parts are left out, and what stands before the first article. */
export function readArticles(text: string): readonly Article[] {
  const articles: { article: number; text: string }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const head = HEAD.exec(line);
    // A number that does not go on from the one before is a reference broken over lines.
    const last = articles.at(-1);
    const number = head ? readNumber(head[1] ?? '') : 0;
    if (head && number === (last?.article ?? number - 1) + 1) {
      articles.push({ article: number, text: line.slice(head[0].length).trim() });
    } else if (last && !PART.test(line) && line.trim() !== '') {
      last.text = `${last.text} ${line.trim()}`.trim();
    }
  }
  return articles;
}

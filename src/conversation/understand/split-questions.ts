/** Marks after which another question may begin. */
const SEAM =
  /(?<=[？?；;])|(?:[，,。]?\s*(?:另外|还有就是|还有|再问一下|再问下|顺便问一下|顺便问问|顺便问下|顺便问|顺带问一下|同时)[，,:：]?)/u;
/** Shorter pieces are tails of the same question: 对吗？ 急！ */
const LEAST_CHARACTERS = 4;
const MOST_QUESTIONS = 3;

/** The questions of one message, when it asks more than one; a story with one question at its end comes back whole. */
export function splitQuestions(text: string): readonly string[] {
  const pieces = text
    .split(SEAM)
    .map((piece) => piece.trim())
    .filter((piece) => [...piece].length >= LEAST_CHARACTERS);
  return pieces.length >= 2 && pieces.length <= MOST_QUESTIONS ? pieces : [text];
}

const COMMA = /[，,、]/u;
const ASKS =
  /[吗么嘛]|多久|多少|多长|几[天件条个点号日]|怎[么样]|咋|哪|谁|什么|啥|如何|[要能可是]不[要能可是]|有没有|是否|能否|可否|how|what|where|when|who/iu;

/** Questions parted only by commas: 多久答复，要不要钱. The message itself unless every piece asks something. */
export function splitAtCommas(text: string): readonly string[] {
  const pieces = text
    .split(COMMA)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const several = pieces.length >= 2 && pieces.length <= MOST_QUESTIONS;
  return several && pieces.every((piece) => [...piece].length >= LEAST_CHARACTERS && ASKS.test(piece))
    ? pieces
    : [text];
}

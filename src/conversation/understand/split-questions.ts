/** Marks after which another question may begin. */
const SEAM = /(?<=[？?；;])|(?:[，,。]?\s*(?:另外|还有就是|还有|再问一下|顺便问一下|同时)[，,:：]?)/u;
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

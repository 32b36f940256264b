/** Answers a person looks at before they are sent. */
export { createAnswerNote } from './answer-note.ts';
export { approveAnswer, editAnswer, rejectAnswer } from './decide.ts';
export { type ShownAnswer, showAnswer } from './show-answer.ts';

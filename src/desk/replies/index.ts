/** What staff write to citizens: with files, held ten seconds so that it can be taken back, corrected afterwards. */
export { correctLine } from './correct-line.ts';
export { createHeldReplyJob } from './held-reply-job.ts';
export { HELD_REPLY, insertHeldReply, readHeldReplies, takeHeldReply } from './held-reply-store.ts';
export { keepReplyFile, type ReplyFile, readReplyFile } from './reply-files.ts';
export { flushHeld, sendReply } from './send-reply.ts';

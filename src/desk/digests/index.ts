/** 《每日访情》 of a day and 《重要信访信息》 of what cannot wait: counted, numbered, written. */
export type { Digest, DigestKey, IssuedDigest } from './digest.ts';
export { createDailyJob, createImportantJob, createMailJob, DIGEST_MAIL } from './digest-jobs.ts';
export { findDailyDigest, findDigest, readDigests } from './digests-store.ts';
export { issueDaily, issueImportant } from './issue-digests.ts';
export { type LayOptions, layDigest } from './lay-digest.ts';
export { keyOf, nameDigest, readDigestName, readExamples } from './name-digest.ts';
export { readDigest } from './read-digest.ts';
export { writeHtml, writeText } from './write-digest.ts';
export { writeMail } from './write-mail.ts';

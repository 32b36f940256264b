/** 《每日访情》 of a day, 《重要信访信息》 of what cannot wait, and what of the knowledge is due: numbered, written. */
export type { Digest, DigestKey, IssuedDigest } from './digest.ts';
export { createDailyJob, createImportantJob, createMailJob, DIGEST_MAIL } from './digest-jobs.ts';
export { findDailyDigest, findDigest, readDigests } from './digests-store.ts';
export { issueDaily, issueImportant } from './issue-digests.ts';
export { issueDue } from './issue-due.ts';
export { type LayOptions, layDigest } from './lay-digest.ts';
export { keyOf, nameDigest, readDigestName, readExamples } from './name-digest.ts';
export { readDigest } from './read-digest.ts';
export { writeHtml, writeText } from './write-digest.ts';
export { writeMail } from './write-mail.ts';

/** 《每日访情》: what people asked on a day, and what was unusual about it. */
export { readDigest } from './read-digest.ts';
export { writeDigest } from './write-digest.ts';

/** Writes docs/rights.md from the matrix. A test compares the two: a change of rights shows as a change of this page. */
import { writeFileSync } from 'node:fs';
import { describeMatrix } from '../src/desk/rights/describe-matrix.ts';

const HEAD = `# Who may do what at the desk

Written by \`tools/write-rights.ts\` from \`src/desk/rights/matrix.ts\`, which is the only authority. What stands in no row is refused. \`nobody\` is a visitor; \`code\`, \`password\` and \`enrol\` are people from whom signing in still wants that step.`;

writeFileSync('docs/rights.md', `${HEAD}\n\n${describeMatrix()}\n`);

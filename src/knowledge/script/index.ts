export { toSimplified } from '../search/script.ts';
export { detectScript } from './detect-script.ts';
export { toTraditional } from './to-traditional.ts';

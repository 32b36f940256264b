/** The addresses the knowledge names, asked for from the console, with how far it is. */
export { readLinks } from './link-store.ts';
export { beginLinkCheck, isChecking, type LinkChecker, runLinkCheck } from './run-link-check.ts';

import { type Locale, type Messages, say } from '../../messages.ts';
import { type Locate, locateIn } from './locate.ts';
import type { Finding, Problem } from './problem.ts';

/** A finding with what is needed to say where it stands. */
export interface Found {
  readonly finding: Finding;
  readonly text: string;
  /** Given when the place is known already. */
  readonly locate?: Locate;
}

/** Findings as people read them: line, column, what is wrong, how to mend it. In the order of files and lines. */
export function putIntoWords(found: readonly Found[], messages: Messages, locale: Locale): Problem[] {
  const locators = new Map<string, Locate>();
  const problems = found.map(({ finding, text, locate }): Problem => {
    const known = locate ?? locators.get(finding.file) ?? locateIn(text);
    if (!locate) locators.set(finding.file, known);
    return {
      file: finding.file,
      ...known(finding.path),
      message: say(messages, locale, `check.${finding.code}`, finding.values),
      mend: say(messages, locale, `check.${finding.code}_mend`, finding.values),
      severity: finding.severity,
    };
  });
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

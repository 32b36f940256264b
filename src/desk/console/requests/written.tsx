import type { CaseTexts } from '../api/queries.ts';
import type { ConsoleLocale } from '../texts.ts';

interface WrittenProps {
  readonly texts: CaseTexts;
  readonly locale: ConsoleLocale;
}

/** What was written down with a step of the case. */
export function Written({ texts, locale }: WrittenProps) {
  return texts.map(({ title, en, text }) => (
    <p key={title} className="description">
      <small>{locale === 'en' ? en : title}</small> {text}
    </p>
  ));
}

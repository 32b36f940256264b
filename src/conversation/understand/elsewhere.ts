import type { TurnContext } from '../skill.ts';
import type { Heard } from './hear.ts';

/** Ends of names that other authorities bear; 政府 and 办公厅 also stand in questions for this authority's own figures. */
const BEARS_OFFICE = /(?:局|委|院|(?<!办公)厅|派出所)$/u;

/** Whether a place is this authority's area or encloses it: a question naming it may well mean this authority. */
function coversHome(code: string, home: string): boolean {
  return home.startsWith(code);
}

/**
 * Whether a message speaks of another place or another authority than this one, so that this authority's own reports
 * do not answer it: 铁西区2017年收到多少申请, 公安局公开了多少条.
 */
export function speaksOfOthers(heard: Pick<Heard, 'text' | 'places'>, release: TurnContext['release']): boolean {
  const { profile } = release.base;
  const otherPlace = heard.places.some(
    ({ kind, candidates }) =>
      kind === 'anonymous' ||
      (candidates.length > 0 && !candidates.some(({ code }) => coversHome(code, profile.place))),
  );
  if (otherPlace) return true;
  const own = [profile.name, ...profile.short];
  const named = release.jurisdiction
    .findAuthorities(heard.text)
    .filter(({ guessed, text }) => !guessed && BEARS_OFFICE.test(text));
  return named.length > 0 && !named.some(({ text }) => own.some((name) => text.includes(name) || name.includes(text)));
}

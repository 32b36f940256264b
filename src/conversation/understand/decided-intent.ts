import type { Intent } from '../../knowledge/schema/intent.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { compilePattern } from './speech-pattern.ts';

interface Speech {
  readonly intent: Intent;
  /** Words of distress and abuse are heard wherever they stand; others must be the whole message. */
  readonly anywhere: boolean;
  readonly terms: readonly string[];
  readonly patterns: readonly RegExp[];
  readonly unless: readonly RegExp[];
}

/** Distress is never passed over; words of abuse inside a question are, when something else decides it. */
const ORDER: readonly ((does: Intent['does']) => boolean)[] = [
  (does) => does === 'distress',
  (does) => does !== 'distress' && does !== 'abuse',
  (does) => does === 'abuse',
];

function compileOne(intent: Intent): Speech {
  const anywhere = intent.does === 'distress' || intent.does === 'abuse';
  return {
    intent,
    anywhere,
    terms: intent.terms.map((term) => term.toLowerCase()),
    patterns: intent.patterns.map((pattern) => compilePattern(pattern, intent.does === 'distress')),
    unless: intent.unless.map((pattern) => compilePattern(pattern, true)),
  };
}

const compiled = new WeakMap<readonly Intent[], readonly Speech[]>();

function compileAll(intents: readonly Intent[]): readonly Speech[] {
  const known = compiled.get(intents);
  if (known) return known;
  const speeches = ORDER.flatMap((belongs) => intents.filter(({ does }) => belongs(does))).map(compileOne);
  compiled.set(intents, speeches);
  return speeches;
}

/** Chinese has no spaces to look for; a word of Latin letters must stand alone: sb, but not in husband. */
function holds(text: string, term: string): boolean {
  if (!/^[a-z]/u.test(term)) return text.includes(term);
  return new RegExp(`(?<![a-z])${term}(?![a-z])`, 'u').test(text);
}

/** Whether an intent's own words or patterns are in one of the forms of a message. */
function says({ anywhere, terms, patterns, unless }: Speech, forms: readonly string[]): boolean {
  if (unless.some((pattern) => forms.some((form) => pattern.test(form)))) return false;
  return forms.some(
    (form) =>
      terms.some((term) => (anywhere ? holds(form, term) : term === form)) ||
      patterns.some((pattern) => pattern.test(form)),
  );
}

/**
 * An intent whose own words decide it: a command typed out, a thing said to the desk itself, or words of distress
 * wherever they stand. Undefined when the message needs to be understood.
 * @param text the message as it was cleaned; a long one is looked through to its end
 */
export function findDecidedIntent(text: string, intents: readonly Intent[]): Intent | undefined {
  const whole = text.toLowerCase().replace(/[\s。！!，,.~～?？]+$/u, '') || text;
  const forms = [whole, normalise(text)];
  return compileAll(intents).find((speech) => says(speech, forms))?.intent;
}

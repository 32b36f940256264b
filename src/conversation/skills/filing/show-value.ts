import type { Draft } from '../../../requests/form/draft.ts';
import type { Field } from '../../../requests/index.ts';
import type { TurnContext } from '../../skill.ts';

/** An answer as its requester reads it: options in words, everything else as it was understood. */
export function showValue(context: TurnContext, field: Field, draft: Draft): string {
  const value = draft[field.name] ?? '';
  return field.options ? context.say(`file.option_${value}`) : value;
}

/** One line of at most `most` characters. */
export function shortenLine(text: string, most: number): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

import type { Mention } from './schema.ts';

/** Names everybody in a group; nobody in particular. */
const EVERYBODY = '@_all';

/**
 * What a person wrote, with names in place of the platform's marks (`@_user_1`); the bot's own name is left out.
 * Longer marks go first: `@_user_12` begins with `@_user_1`.
 */
export function readText(text: string, mentions: readonly Mention[], botId: string | undefined): string {
  const marks = mentions.toSorted((one, other) => other.key.length - one.key.length);
  const named = marks.reduce((said, { key, name, id }) => {
    const isBot = botId === undefined || id?.open_id === botId;
    return said.replaceAll(key, () => (isBot ? '' : `@${name}`));
  }, text);
  return named.replaceAll(EVERYBODY, '').trim().toWellFormed();
}

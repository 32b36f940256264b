const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What stands between angle brackets: a link, a person, a channel, a command (@here). */
function readReference(inside: string): string {
  const [target = '', label] = inside.split(/\|(.*)/su);
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? '';
  // What a person types is shown as the label: 024-… becomes <tel:024…|024-…>.
  return label ?? target.replace(/^(?:mailto|tel):/u, '');
}

/**
 * A person's words without the platform's markup, as they were typed, and without the app's own name.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readText(text: string, botUserId: string | null): string {
  return text
    .replaceAll(/<([^<>]*)>/gu, (_, inside: string) =>
      botUserId !== null && inside.split('|')[0] === `@${botUserId}` ? '' : readReference(inside),
    )
    .replaceAll(/&(?:amp|lt|gt);/gu, (entity) => NAMED[entity] ?? entity)
    .toWellFormed()
    .trim();
}

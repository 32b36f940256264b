/** First part of an authority's request numbers, the initials of its id: SPB for shenyang-petition-bureau. */
export function numberPrefix(authorityId: string): string {
  return authorityId
    .split('-')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** A share of one as per cent, or a dash where there is nothing to share. */
export function writeShare(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)}%`;
}

export function writeTime(value: number | null): string {
  return value === null ? '–' : value.toFixed(1).replace(/\.0$/u, '');
}

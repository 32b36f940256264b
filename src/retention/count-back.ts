/**
 * The instant a time reaches back to: `30 days`, `6 months`, `10 years`. A month without that day counts from its last
 * one: six months before 31 August is the last of February.
 */
export function countBack(now: Date, keep: string): Date {
  const [count = '0', unit] = keep.split(' ');
  const back = new Date(now);
  if (unit === 'days') {
    back.setUTCDate(back.getUTCDate() - Number(count));
    return back;
  }
  const day = back.getUTCDate();
  back.setUTCDate(1);
  back.setUTCMonth(back.getUTCMonth() - Number(count) * (unit === 'years' ? 12 : 1));
  const last = new Date(Date.UTC(back.getUTCFullYear(), back.getUTCMonth() + 1, 0)).getUTCDate();
  back.setUTCDate(Math.min(day, last));
  return back;
}

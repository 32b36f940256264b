const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const weekdays = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'short' }),
};

/** An instant as people at the desk read it: 11-26 09:30, in China whatever the machine says. */
export function writeMoment(iso: string): string {
  return moment.format(new Date(iso)).replaceAll('/', '-');
}

/** A day with its weekday: 2026-11-26（周四）. */
export function writeDay(day: string, locale: string): string {
  const weekday = weekdays[locale === 'en' ? 'en' : 'zh-CN'].format(new Date(`${day}T00:00:00Z`));
  return locale === 'en' ? `${day} (${weekday})` : `${day}（${weekday}）`;
}

/** The day it is in China, whatever the machine says. */
export function readToday(): string {
  return day.format(new Date());
}

/** The year it is in China. */
export function thisYear(): number {
  return Number(readToday().slice(0, 4));
}

import { useEffect, useState } from 'react';
import type { ConsoleLocale } from './texts.ts';

const KEY = 'desk.console.locale';

function readLocale(): ConsoleLocale {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** The language of the console, kept on this machine. */
export function useLocale(): readonly [ConsoleLocale, (locale: ConsoleLocale) => void] {
  const [locale, setLocale] = useState(readLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
    try {
      localStorage.setItem(KEY, locale);
    } catch {
      // A browser that keeps nothing starts in Chinese next time.
    }
  }, [locale]);
  return [locale, setLocale];
}

import { useEffect, useState } from 'react';
import type { PageLocale } from '../texts.ts';
import { lasting } from './memory.ts';

export interface Preferences {
  readonly locale: PageLocale;
  readonly dark: boolean;
  readonly large: boolean;
}

const DARK = '(prefers-color-scheme: dark)';

function startPreferences(): Preferences {
  const locale = lasting.read('locale') ?? new URLSearchParams(location.search).get('lang') ?? navigator.language;
  const theme = lasting.read('theme');
  return {
    locale: locale.startsWith('en') ? 'en' : 'zh-CN',
    dark: theme === null ? matchMedia(DARK).matches : theme === 'dark',
    large: lasting.read('size') === 'large',
  };
}

/** Language, colours and text size: as chosen on this device, else as the browser asks. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(startPreferences);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = preferences.locale;
    root.dataset.theme = preferences.dark ? 'dark' : 'light';
    root.dataset.size = preferences.large ? 'large' : 'normal';
  }, [preferences]);
  const change = (changes: Partial<Preferences>): void => {
    if (changes.locale !== undefined) lasting.write('locale', changes.locale);
    if (changes.dark !== undefined) lasting.write('theme', changes.dark ? 'dark' : 'light');
    if (changes.large !== undefined) lasting.write('size', changes.large ? 'large' : null);
    setPreferences((before) => ({ ...before, ...changes }));
  };
  return [preferences, change];
}

import { Card } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { LocaleButton } from '../frame/locale-button.tsx';
import { useSay } from '../texts.ts';
import type { GateProps } from './gate.tsx';

/** The page around every step of signing in. */
export function SignInCard({ authority, locale, onLocale, children }: GateProps & { readonly children: ReactNode }) {
  const say = useSay();
  useEffect(() => {
    document.title = `${say('title')} · ${authority}`;
  }, [say, authority]);
  return (
    <main className="sign-in">
      <Card>
        <p className="sign-in-authority">{authority}</p>
        <h1>{say('title')}</h1>
        {children}
        <LocaleButton locale={locale} onLocale={onLocale} />
      </Card>
    </main>
  );
}

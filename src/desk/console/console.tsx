import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiFailure } from './api/client.ts';
import { Gate } from './sign-in/gate.tsx';
import { sayIn, TextsContext } from './texts.ts';
import { THEME } from './theme.ts';
import { useLocale } from './use-preferences.ts';

/** A refusal is an answer; only what did not get through is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => !(error instanceof ApiFailure && error.code !== 'offline') && count < 3 },
  },
});

interface ConsoleProps {
  readonly authority: string;
  readonly nonce: string;
}

/** The desk in a browser: texts, theme, data and addresses around whatever the person may see. */
export function Console({ authority, nonce }: ConsoleProps) {
  const [locale, setLocale] = useLocale();
  const say = useMemo(() => sayIn(locale), [locale]);
  return (
    <TextsContext value={say}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        csp={{ nonce }}
        theme={THEME}
        button={{ autoInsertSpace: false }}
      >
        <App>
          <QueryClientProvider client={queries}>
            <BrowserRouter basename="/desk">
              <Gate authority={authority} locale={locale} onLocale={setLocale} />
            </BrowserRouter>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </TextsContext>
  );
}

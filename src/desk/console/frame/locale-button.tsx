import { Button } from 'antd';
import type { ConsoleLocale } from '../texts.ts';

interface LocaleButtonProps {
  readonly locale: ConsoleLocale;
  readonly onLocale: (locale: ConsoleLocale) => void;
}

/** Offers the other language, written in it. */
export function LocaleButton({ locale, onLocale }: LocaleButtonProps) {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" className="locale" lang={other} onClick={() => onLocale(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}

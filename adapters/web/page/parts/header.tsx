import { useSay } from '../state/speaking.ts';
import type { Preferences } from '../state/use-preferences.ts';

interface HeaderProps {
  readonly authority: string;
  readonly preferences: Preferences;
  readonly onChange: (change: Partial<Preferences>) => void;
  /** Null while there is nothing to clear. */
  readonly onStartOver: (() => void) | null;
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <path className="mark-sheet" d="M9 5h15l8 8v22H9z" />
      <path className="mark-fold" d="M24 5v8h8z" />
      <path className="mark-lines" d="M14 19h13M14 24h13M14 29h7" />
    </svg>
  );
}

export function Header({ authority, preferences, onChange, onStartOver }: HeaderProps) {
  const say = useSay();
  const { dark, large, locale } = preferences;
  return (
    <header className="header">
      <div className="header-inner">
        <Mark />
        <div className="header-names">
          <h1>{say('title')}</h1>
          <p lang="zh-CN">{authority}</p>
        </div>
        <fieldset className="toolbar" aria-label={say('toolbar')}>
          <button type="button" aria-pressed={large} onClick={() => onChange({ large: !large })}>
            {say('large_text')}
          </button>
          <button type="button" aria-pressed={dark} onClick={() => onChange({ dark: !dark })}>
            {say('dark')}
          </button>
          <button
            type="button"
            lang={locale === 'en' ? 'zh-CN' : 'en'}
            aria-label={say('language_label')}
            onClick={() => onChange({ locale: locale === 'en' ? 'zh-CN' : 'en' })}
          >
            {say('language')}
          </button>
          {onStartOver && (
            <button type="button" onClick={onStartOver}>
              {say('start_over')}
            </button>
          )}
        </fieldset>
      </div>
    </header>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { Composer } from './parts/composer.tsx';
import { ConnectionBanner } from './parts/connection-banner.tsx';
import { Footer } from './parts/footer.tsx';
import { Header } from './parts/header.tsx';
import { Log } from './parts/log.tsx';
import { StartOverDialog } from './parts/start-over-dialog.tsx';
import { Welcome } from './parts/welcome.tsx';
import { passing } from './state/memory.ts';
import { Speaking } from './state/speaking.ts';
import { useConversation } from './state/use-conversation.ts';
import { usePreferences } from './state/use-preferences.ts';
import { sayIn } from './texts.ts';

/** The chat page; `embedded` when it lives in a frame on another site. */
export function App({ authority, embedded }: { readonly authority: string; readonly embedded: boolean }) {
  const [preferences, changePreferences] = usePreferences();
  const say = useMemo(() => sayIn(preferences.locale), [preferences.locale]);
  const conversation = useConversation(preferences.locale);
  const [draft, setDraft] = useState(() => passing.read('draft') ?? '');
  const [asking, setAsking] = useState(false);
  const { transcript } = conversation;
  const empty = transcript.lines.length === 0 && transcript.pending.length === 0;
  const loading = conversation.connection === 'loading';

  const pageClass = [
    'page',
    embedded && 'page-embedded',
    transcript.lines.some((line) => line.printable) && 'page-with-receipt',
  ]
    .filter(Boolean)
    .join(' ');

  useEffect(() => passing.write('draft', draft === '' ? null : draft), [draft]);
  useEffect(() => {
    document.title = `${say('title')} · ${authority}`;
  }, [say, authority]);

  return (
    <Speaking.Provider value={say}>
      <div className={pageClass}>
        <a className="skip" href="#say">
          {say('skip')}
        </a>
        <Header
          authority={authority}
          preferences={preferences}
          onChange={changePreferences}
          onStartOver={empty ? null : () => setAsking(true)}
        />
        <main className="main" aria-label={say('title')}>
          {empty && !loading && <Welcome onSay={conversation.sayText} />}
          <Log
            transcript={transcript}
            loading={loading}
            onChoose={conversation.choose}
            onSendAgain={conversation.sendAgain}
            onEdit={(pending) => {
              setDraft(pending.label);
              conversation.takeBack(pending);
            }}
          />
          <ConnectionBanner conversation={conversation} />
        </main>
        <Composer
          ask={transcript.lines.at(-1)?.ask ?? null}
          value={draft}
          onChange={setDraft}
          onSend={(text) => {
            conversation.sayText(text);
            setDraft('');
          }}
          onSendFile={conversation.sendFile}
        />
        <Footer authority={authority} />
      </div>
      {asking && (
        <StartOverDialog
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            setDraft('');
            conversation.startOver();
          }}
        />
      )}
    </Speaking.Provider>
  );
}

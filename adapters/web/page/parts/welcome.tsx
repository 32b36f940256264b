import { useSay } from '../state/speaking.ts';

const QUESTIONS = ['suggest_1', 'suggest_2', 'suggest_3', 'suggest_4'] as const;

/** The first screen: what can be done here, and a few ways to begin with one tap. */
export function Welcome({ onSay }: { readonly onSay: (text: string) => void }) {
  const say = useSay();
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{say('welcome_title')}</h2>
      <p>{say('welcome_text')}</p>
      <div className="welcome-tasks">
        <button type="button" className="button button-main" onClick={() => onSay(say('suggest_file_text'))}>
          {say('suggest_file')}
        </button>
        <button type="button" className="button" onClick={() => onSay(say('suggest_track_text'))}>
          {say('suggest_track')}
        </button>
      </div>
      <ul className="suggestions" aria-label={say('suggest_label')}>
        {QUESTIONS.map((key) => (
          <li key={key}>
            <button type="button" onClick={() => onSay(say(key))}>
              {say(key)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useSay } from '../texts.ts';
import type { Draft } from './queries.ts';

/** What whoever changes a text has to know: what was noted beside it, and the values that must stay in it. */
export function TextValues({ words }: { readonly words: NonNullable<Draft['words']> }) {
  const say = useSay();
  return (
    <>
      {words.note !== '' && <p className="about">{say('words_note', { note: words.note })}</p>}
      {words.values.length > 0 && (
        <>
          <p className="about">{say('words_values')}</p>
          <ul className="plain" aria-label={say('words_values_list')}>
            {words.values.map(({ name, sample }) => (
              <li key={name}>
                <code>{`{${name}}`}</code> {say('words_value', { sample })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

import type { Choice } from '../../../../src/channel/message.ts';
import { useSay } from '../state/speaking.ts';

interface ChoicesProps {
  readonly choices: readonly Choice[];
  /** Choices of the newest reply are numbered, because only those numbers may be typed. */
  readonly current: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** Buttons an answer offers, with those that only steer set apart. Older ones still work but step back. */
export function Choices({ choices, current, onChoose }: ChoicesProps) {
  const say = useSay();
  const answers = choices.filter((choice) => !choice.aside);
  const asides = current ? choices.filter((choice) => choice.aside) : [];
  const offer = (choice: Choice, look: string) => (
    <li key={choice.value}>
      <button type="button" className={look} onClick={() => onChoose(choice)}>
        {current && <span className="choice-number">{choices.indexOf(choice) + 1}</span>} <span>{choice.label}</span>
      </button>
    </li>
  );
  return (
    <>
      {answers.length > 0 && (
        <ul
          className={current ? 'choices' : 'choices-quiet'}
          aria-label={say(current ? 'choices_label' : 'earlier_choices')}
        >
          {answers.map((choice) => offer(choice, current ? 'choice' : 'choice choice-quiet'))}
        </ul>
      )}
      {asides.length > 0 && (
        <ul className="choices-quiet" aria-label={say('asides_label')}>
          {asides.map((choice) => offer(choice, 'choice choice-quiet'))}
        </ul>
      )}
    </>
  );
}

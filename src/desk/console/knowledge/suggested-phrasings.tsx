import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSay } from '../texts.ts';
import { unansweredQuery } from './queries.ts';

/** Days back from which questions are suggested, and how many at once. */
const DAYS = 90;
const MOST = 8;
/** Longest phrasing an entry takes. */
const LONGEST = 80;

interface SuggestedProps {
  /** Id of the entry that is edited. */
  readonly entry: string;
  readonly phrasings: readonly string[];
  readonly onAdd: (question: string) => void;
}

/** What people really asked, was not settled, and came nearest to this entry: each is added as a way it is asked for. */
export function SuggestedPhrasings({ entry, phrasings, onAdd }: SuggestedProps) {
  const say = useSay();
  const { data } = useQuery(unansweredQuery(DAYS, false));
  const known = new Set(phrasings);
  const questions = (data?.clusters ?? [])
    .filter(({ nearest }) => nearest === entry)
    .flatMap((cluster) => cluster.questions)
    // What was masked is no way anybody puts it.
    .filter((question) => !question.includes('*') && question.length <= LONGEST && !known.has(question))
    .slice(0, MOST);
  if (questions.length === 0) return null;
  return (
    <section aria-label={say('suggested')}>
      <p className="about">{say('suggested_about')}</p>
      <ul className="plain">
        {questions.map((question) => (
          <li key={question}>
            {question}{' '}
            <Button size="small" aria-label={say('suggested_add_this', { question })} onClick={() => onAdd(question)}>
              {say('suggested_add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Day } from '../../day.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import type { TopicAnswer } from '../release.ts';
import type { ListAnswer, ListsFile } from '../schema/lists.ts';
import { countProposals } from './count-lists.ts';

/** Lines of a list told in a chat; the rest is read where the sources say. */
const TOLD = 12;

type SayIn = (key: string, values?: Readonly<Record<string, string | number>>) => string;
interface Words {
  readonly answer: string;
  readonly lines: readonly string[];
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

const TELL: Readonly<Record<ListAnswer['list'], (lists: ListsFile, tell: SayIn, locale: Locale) => Words>> = {
  items: ({ items }, tell) => ({
    answer: tell('items', { many: items.length }),
    lines: items.map(({ title, publisher, due, published }) => {
      const when = published ? tell('published_on', { day: published }) : due ? tell('due_on', { day: due }) : '';
      return tell('item', { title, publisher, when });
    }),
  }),
  columns: ({ columns }, tell, locale) => ({
    answer: tell('columns', { many: columns.length }),
    lines: columns.map(({ title, en, url }) =>
      [locale === 'en' ? (en ?? title) : title, url].filter(Boolean).join(' '),
    ),
  }),
  proposals: ({ proposals }, tell) => {
    const [newest] = countProposals(proposals);
    if (!newest) return { answer: tell('proposals_none'), lines: [] };
    const { year, received, repliedShare, published } = newest;
    const rows = proposals.filter((each) => each.year === year);
    return {
      answer: tell('proposals', { year, received, replied: percent(repliedShare), published }),
      lines: rows.map(({ kind, role, received: many }) => {
        const what = tell(`kind_${kind}`);
        return role
          ? tell('proposal_role', { what, role: tell(`role_${role}`), many })
          : tell('proposal', { what, many });
      }),
    };
  },
  policies: ({ policies }, tell) => ({
    answer: tell('policies', { many: policies.length }),
    lines: policies.flatMap(({ title, url, interpretations }) => [
      `${title} ${url}`,
      ...interpretations.map((each) => tell('interpretation', { title: each.title, url: each.url })),
    ]),
  }),
};

function write(list: ListAnswer['list'], lists: ListsFile, messages: Messages, locale: Locale) {
  const tell: SayIn = (key, values) => say(messages, locale, `lists.${key}`, values);
  const { answer, lines } = TELL[list](lists, tell, locale);
  const more = lines.length > TOLD ? [tell('more', { many: lines.length - TOLD })] : [];
  const detail = [...lines.slice(0, TOLD), ...more].join('\n');
  return detail === '' ? { answer } : { answer, detail };
}

/** Answers made from the lists, so that what citizens are told is what the list says and nobody types it twice. */
export function deriveAnswers(lists: ListsFile | undefined, messages: Messages): TopicAnswer[] {
  return (lists?.answers ?? []).map(({ list, id, title, phrasings, from, sources, tests, en, review }) => ({
    id,
    title,
    phrasings,
    versions: [{ from: from as Day, sources, ...write(list, lists as ListsFile, messages, 'zh-CN') }],
    en: { ...en, ...write(list, lists as ListsFile, messages, 'en') },
    names: [],
    related: [],
    tests,
    review,
    topic: 'lists',
    topicTitle: say(messages, 'zh-CN', 'lists.topic'),
    own: true,
  }));
}
